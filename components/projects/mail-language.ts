import type { MailLocale } from "@/domain/people";

const spoken: Readonly<Record<string, MailLocale>> = {
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

/** The language an invitation to somebody in this country most likely speaks best; English where we cannot know. */
export const mailLanguageOf = (country: string): MailLocale => spoken[country] ?? "en";
