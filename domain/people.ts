/** Length matters, composition does not. */
export const minPasswordLength = 10;
export const maxPasswordLength = 200;

/** The languages in which mails and the invitation page speak. */
export const mailLocales = ["en", "de", "el", "es", "fr", "it", "pl"] as const;
export type MailLocale = (typeof mailLocales)[number];

/** How long each mailed link lives, in minutes. */
export const tokenMinutes = { confirm: 7 * 24 * 60, reset: 60, sign_in: 15 } as const;

/** One spelling per address: trimmed, NFC, lower case. */
export function normaliseAddress(address: string): string {
  return address.trim().normalize("NFC").toLowerCase();
}

/** The region whose dates go with a language: English is read all over Europe, not in America. */
export const regionOf = (locale: string): string => (locale === "en" ? "en-GB" : locale);
