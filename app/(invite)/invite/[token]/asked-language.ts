import Negotiator from "negotiator";
import { type MailLocale, mailLocales } from "@/domain/people";

/** The first language of Accept-Language that invitations are translated into; English when there is none. */
export function preferredLocale(acceptLanguage: string | null): MailLocale {
  if (!acceptLanguage) return "en";
  const wished = new Negotiator({ headers: { "accept-language": acceptLanguage } }).language([...mailLocales]);
  return mailLocales.find((locale) => locale === wished) ?? "en";
}
