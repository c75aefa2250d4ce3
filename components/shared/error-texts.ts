import english from "@/messages/en/error.json";
import pseudo from "@/messages/en-XA/error.json";
import type { InterfaceLocale } from "@/messages/translators";

export type ErrorTexts = typeof english;

const byLocale: Record<InterfaceLocale, ErrorTexts> = { "en-GB": english, "en-XA": pseudo };

/** Texts of error pages by locale. Part of the bundle, because a lost connection needs them too. */
export function errorTexts(): ErrorTexts {
  const lang = typeof document === "undefined" ? "en-GB" : document.documentElement.lang;
  return lang in byLocale ? byLocale[lang as InterfaceLocale] : english;
}
