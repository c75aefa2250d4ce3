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

/** The language a browser asks for first among those the invitations speak; English when there is none. */
export function preferredLocale(acceptLanguage: string | null): MailLocale {
  const wishes = (acceptLanguage ?? "")
    .split(",")
    .slice(0, 20)
    .map((wish) => {
      const [tag = "", ...rest] = wish.trim().toLowerCase().split(";");
      const quality = rest.map((part) => /^\s*q=([\d.]+)\s*$/u.exec(part)?.[1]).find((found) => found !== undefined);
      return { language: tag.split("-")[0]?.trim(), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality);
  for (const { language } of wishes) {
    const spoken = mailLocales.find((locale) => locale === language);
    if (spoken) return spoken;
  }
  return "en";
}
