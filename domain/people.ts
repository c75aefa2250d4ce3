/** Length matters, composition does not. */
export const minPasswordLength = 10;
export const maxPasswordLength = 200;

/** The languages in which mails and the invitation page speak. */
export const mailLocales = ["en", "de", "el", "es", "fr", "it", "pl"] as const;
export type MailLocale = (typeof mailLocales)[number];

/** How long each mailed link lives, in minutes. */
export const tokenMinutes = { confirm: 7 * 24 * 60, reset: 60, sign_in: 15 } as const;

/** A session ends after this many days without use, and after this many days in any case. */
export const sessionDays = { idle: 30, absolute: 90 } as const;

/** For so long after a sign-in, a password or a mailed link, account changes do not ask for it again. */
export const identityMinutes = 15;

/** One spelling per address: trimmed, NFC, lower case. */
export function normaliseAddress(address: string): string {
  return address.trim().normalize("NFC").toLowerCase();
}

/** The region whose dates go with a language: English is read all over Europe, not in America. */
export const regionOf = (locale: string): string => (locale === "en" ? "en-GB" : locale);

// Browsers drop tabs and line breaks from an address and read a backslash as a slash, so "/\t/other.example" leads away.
const unsafeInPath = /[\u0000-\u001f\u007f\\]/u;

/**
 * The path to open after sign-in or sign-up, from the `next` parameter of an address: the fallback when it is missing
 * or would lead to another site. `appUrl` is the address of this server.
 */
export function pathAfterSignIn(next: unknown, appUrl: string, fallback = "/home"): string {
  if (typeof next !== "string" || !next.startsWith("/") || unsafeInPath.test(next)) return fallback;
  if (!URL.canParse(next, appUrl)) return fallback;
  const target = new URL(next, appUrl);
  if (target.origin !== new URL(appUrl).origin) return fallback;
  // A path such as "/.//other.example" is normalised to "//other.example", which a browser reads as another site.
  if (target.pathname.startsWith("//")) return fallback;
  return target.pathname + target.search + target.hash;
}
