// `npm run fonts`: writes app/fonts/*.woff2. Of the letters outside Latin-1 only those of European languages: the files of
// the packages have a thousand more, which would be downloaded for one name such as Źródło. Of the weights of the sans only
// those between the two that pages use, which makes each of its files a fifth smaller.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import subsetFont from "subset-font";

const root = path.join(import.meta.dirname, "..");
const sans = "@fontsource-variable/source-sans-3/files/source-sans-3";
const serif = "@fontsource/source-serif-4/files/source-serif-4";
/** The same ranges as in app/fonts.ts. */
const latin =
  "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD";
const latinExt =
  "U+0100-0130,U+0132-0151,U+0154-017F,U+018F,U+0218-021B,U+0259,U+1E80-1E85,U+1E9E,U+20A0-20AB,U+20AD-20C0";
const greek = "U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF";
const cyrillic = "U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116";
const weights = { wght: { min: 400, max: 600 } };
const files = [
  { name: "sans-latin", source: `${sans}-latin-wght-normal`, range: latin, variationAxes: weights },
  { name: "sans-latin-ext", source: `${sans}-latin-ext-wght-normal`, range: latinExt, variationAxes: weights },
  { name: "sans-greek", source: `${sans}-greek-wght-normal`, range: greek, variationAxes: weights },
  { name: "sans-cyrillic", source: `${sans}-cyrillic-wght-normal`, range: cyrillic, variationAxes: weights },
  { name: "serif-latin-ext-400", source: `${serif}-latin-ext-400-normal`, range: latinExt },
  { name: "serif-latin-ext-600", source: `${serif}-latin-ext-600-normal`, range: latinExt },
];

/** The characters of a unicode-range of CSS. */
const charactersOf = (range) =>
  range
    .split(",")
    .flatMap((part) => {
      const [first = 0, last = first] = part
        .replace("U+", "")
        .split("-")
        .map((code) => parseInt(code, 16));
      return Array.from({ length: last - first + 1 }, (_, n) => String.fromCodePoint(first + n));
    })
    .join("");

mkdirSync(path.join(root, "app/fonts"), { recursive: true });
for (const { name, source, range, ...options } of files) {
  const whole = readFileSync(path.join(root, "node_modules", `${source}.woff2`));
  const font = await subsetFont(whole, charactersOf(range), { targetFormat: "woff2", ...options });
  writeFileSync(path.join(root, `app/fonts/${name}.woff2`), font);
}
