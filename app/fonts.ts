import localFont from "next/font/local";

// One family per script, so that a page in English downloads only the Latin files. Titles are in the stand-in, which has
// the same width, until the serif arrives: preloading it too would delay the text. `npm run fonts` writes app/fonts.
// next/font needs literals as options, hence the repetition.

const sansLatin = localFont({
  src: "./fonts/sans-latin.woff2",
  weight: "400 600",
  display: "swap",
  adjustFontFallback: false,
  variable: "--font-sans-latin",
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
    },
  ],
});

const sansLatinExt = localFont({
  src: "./fonts/sans-latin-ext.woff2",
  weight: "400 600",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  variable: "--font-sans-latin-ext",
  declarations: [
    {
      prop: "unicode-range",
      value: "U+0100-0130,U+0132-0151,U+0154-017F,U+018F,U+0218-021B,U+0259,U+1E80-1E85,U+1E9E,U+20A0-20AB,U+20AD-20C0",
    },
  ],
});

const sansGreek = localFont({
  src: "./fonts/sans-greek.woff2",
  weight: "400 600",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  variable: "--font-sans-greek",
  declarations: [
    { prop: "unicode-range", value: "U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF" },
  ],
});

const sansCyrillic = localFont({
  src: "./fonts/sans-cyrillic.woff2",
  weight: "400 600",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  variable: "--font-sans-cyrillic",
  declarations: [{ prop: "unicode-range", value: "U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116" }],
});

const serifLatin = localFont({
  src: [
    { path: "../node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2", weight: "400" },
    { path: "../node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2", weight: "600" },
  ],
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  variable: "--font-serif-latin",
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
    },
  ],
});

const serifLatinExt = localFont({
  src: [
    { path: "./fonts/serif-latin-ext-400.woff2", weight: "400" },
    { path: "./fonts/serif-latin-ext-600.woff2", weight: "600" },
  ],
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  variable: "--font-serif-latin-ext",
  declarations: [
    {
      prop: "unicode-range",
      value: "U+0100-0130,U+0132-0151,U+0154-017F,U+018F,U+0218-021B,U+0259,U+1E80-1E85,U+1E9E,U+20A0-20AB,U+20AD-20C0",
    },
  ],
});

const serifGreek = localFont({
  src: [
    { path: "../node_modules/@fontsource/source-serif-4/files/source-serif-4-greek-400-normal.woff2", weight: "400" },
    { path: "../node_modules/@fontsource/source-serif-4/files/source-serif-4-greek-600-normal.woff2", weight: "600" },
  ],
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  variable: "--font-serif-greek",
  declarations: [
    { prop: "unicode-range", value: "U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF" },
  ],
});

const serifCyrillic = localFont({
  src: [
    {
      path: "../node_modules/@fontsource/source-serif-4/files/source-serif-4-cyrillic-400-normal.woff2",
      weight: "400",
    },
    {
      path: "../node_modules/@fontsource/source-serif-4/files/source-serif-4-cyrillic-600-normal.woff2",
      weight: "600",
    },
  ],
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  variable: "--font-serif-cyrillic",
  declarations: [{ prop: "unicode-range", value: "U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116" }],
});

export const fontVariables = [
  sansLatin,
  sansLatinExt,
  sansGreek,
  sansCyrillic,
  serifLatin,
  serifLatinExt,
  serifGreek,
  serifCyrillic,
]
  .map((font) => font.variable)
  .join(" ");
