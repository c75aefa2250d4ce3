import type { MailLocale } from "./people";

const languages: Readonly<Record<string, MailLocale>> = {
  AT: "de",
  CY: "el",
  DE: "de",
  ES: "es",
  FR: "fr",
  GR: "el",
  IT: "it",
  LI: "de",
  LU: "fr",
  PL: "pl",
};

/** The most likely language of an invitation to this country; English when it is unknown. */
export const mailLanguageOf = (country: string): MailLocale => languages[country] ?? "en";
