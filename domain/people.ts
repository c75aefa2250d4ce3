/** Passwords need a minimum length, but no mix of character classes. */
export const minPasswordLength = 10;
export const maxPasswordLength = 200;

/** Languages of the e-mails and the page of invitations. */
export const mailLocales = ["en", "de", "el", "es", "fr", "it", "pl"] as const;
export type MailLocale = (typeof mailLocales)[number];

/** Lifetime of each e-mailed link, in minutes. */
export const tokenMinutes = { confirm: 7 * 24 * 60, reset: 60, sign_in: 15 } as const;

/** A session ends after this many days without use, and after this many days at the latest. */
export const sessionDays = { idle: 30, absolute: 90 } as const;

/** Minutes after a sign-in, a password or an e-mailed link in which account changes do not ask for it again. */
export const identityMinutes = 15;

/** Region of each language for the format of dates: English readers are in Europe, not in America. */
export const regionOf = (locale: string): string => (locale === "en" ? "en-GB" : locale);

// Browsers drop tabs and line breaks from an address and read a backslash as a slash, so "/\t/other.example" is another
// site.
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
