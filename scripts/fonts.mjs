// `npm run fonts`: writes app/fonts/*.woff2, the letters of European languages outside Latin-1. The files of the packages
// have a thousand more, which would be downloaded for one name such as Źródło.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import subsetFont from "subset-font";

const root = path.join(import.meta.dirname, "..");
const sources = {
  "sans-latin-ext.woff2": "@fontsource-variable/source-sans-3/files/source-sans-3-latin-ext-wght-normal.woff2",
  "serif-latin-ext-400.woff2": "@fontsource/source-serif-4/files/source-serif-4-latin-ext-400-normal.woff2",
  "serif-latin-ext-600.woff2": "@fontsource/source-serif-4/files/source-serif-4-latin-ext-600-normal.woff2",
};
/** The same ranges as in app/fonts.ts. */
const ranges = [
  [0x100, 0x17f],
  [0x18f, 0x18f],
  [0x218, 0x21b],
  [0x259, 0x259],
  [0x1e80, 0x1e85],
  [0x1e9e, 0x1e9e],
  [0x20a0, 0x20ab],
  [0x20ad, 0x20c0],
];
const text = ranges
  .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, n) => String.fromCodePoint(first + n)))
  .join("");

mkdirSync(path.join(root, "app/fonts"), { recursive: true });
for (const [name, source] of Object.entries(sources)) {
  const font = await subsetFont(readFileSync(path.join(root, "node_modules", source)), text, { targetFormat: "woff2" });
  writeFileSync(path.join(root, "app/fonts", name), font);
}
