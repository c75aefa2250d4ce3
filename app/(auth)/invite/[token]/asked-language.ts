import Negotiator from "negotiator";
import { type MailLocale, mailLocales } from "@/domain/people";

/** The language a browser asks for first among those the invitations speak; English when there is none. */
export function preferredLocale(acceptLanguage: string | null): MailLocale {
  if (!acceptLanguage) return "en";
  const wished = new Negotiator({ headers: { "accept-language": acceptLanguage } }).language([...mailLocales]);
  return mailLocales.find((locale) => locale === wished) ?? "en";
}
