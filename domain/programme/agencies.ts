import { normaliseCountry, programmeSpelling } from "./countries";

/** National Agency codes of references; `seen` are those found in real project numbers or on an agency's page. */
const seen = new Set(
  (
    "AT01 AT02 BE01 BE02 BE03 BE04 BE05 BG01 CY01 CY02 CZ01 DE01 DE02 DE03 DE04 DK01 EE01 EL01 EL02 ES01 ES02 FI01 " +
    "FR01 FR02 HR01 HU01 HU02 IE01 IE02 IS01 IS02 IT01 IT02 IT03 LI01 LI02 LT01 LT02 LU01 LU02 LV01 LV02 MK01 MT01 " +
    "NL01 NL02 NO01 NO02 PL01 PT01 PT02 RO01 RS01 SE01 SE02 SI01 SI02 SK01 SK02 TR01 UK01"
  ).split(" "),
);

const names: Readonly<Record<string, string>> = {
  DE01: "DAAD",
  DE02: "BIBB",
  DE03: "PAD",
  ES01: "SEPIE",
  ES02: "INJUVE",
  IE01: "Léargas",
  IE02: "HEA",
  IT01: "INAPP",
  IT02: "INDIRE",
};

export interface Agency {
  code: string;
  country: string;
  name?: string;
  /** True when the code was found in a real number; other codes are only well formed. */
  confirmed: boolean;
}

/** The National Agency of a code such as ES01, or null when it has no country. */
export function agencyOf(code: string): Agency | null {
  const country = normaliseCountry(code.slice(0, 2));
  if (country === null) return null;
  const name = names[code];
  return { code, country, confirmed: seen.has(code), ...(name ? { name } : {}) };
}

/** The code with the country as references spell it (EL, UK). */
export function agencySpelling(code: string): string {
  return programmeSpelling(code.slice(0, 2)) + code.slice(2);
}
