import { match } from "@formatjs/intl-localematcher";
import Negotiator from "negotiator";
import { isTimeZone } from "@/domain/time-zones";
import type { Reader } from "./formatters";
import { defaultReader, interfaceLocales } from "./translators";

export const localeCookie = "locale";
/** Set by the browser to its own time zone. */
export const timeZoneCookie = "time-zone";

type Wishes = {
  /** The choice of the signed-in person. */
  person: { locale: string; timeZone: string | null } | null;
  cookies: { get: (name: string) => { value: string } | undefined };
  acceptLanguage: string | null;
};

const available = Object.keys(interfaceLocales);

/** Removes invalid BCP 47 tags, because cookies and headers hold any text that a client sends. */
function validTags(tags: readonly (string | undefined)[]): string[] {
  return tags.flatMap((tag) => {
    try {
      return tag === undefined ? [] : Intl.getCanonicalLocales(tag);
    } catch {
      // RangeError: not a language tag.
      return [];
    }
  });
}

const acceptedLanguages = (header: string | null): string[] =>
  header === null ? [] : new Negotiator({ headers: { "accept-language": header } }).languages();

/** The languages that a reader wants to read texts of other people in, the preferred one first: "pt", not "pt-BR". */
export function readingLanguages({ person, acceptLanguage }: Pick<Wishes, "person" | "acceptLanguage">): string[] {
  const tags = validTags([person?.locale, ...acceptedLanguages(acceptLanguage)]);
  return [...new Set(tags.map((tag) => new Intl.Locale(tag).language))];
}

/**
 * The locale and time zone of a page. Locale: the person's, else the cookie's, else Accept-Language's, matched with the
 * complete interfaces. Time zone: the person's, else the browser's (a cookie), else Brussels.
 */
export function negotiateReader({ person, cookies, acceptLanguage }: Wishes): Reader {
  const chosen = person?.locale ?? cookies.get(localeCookie)?.value;
  const requested = validTags([chosen, ...acceptedLanguages(acceptLanguage)]);
  const zone = person?.timeZone ?? cookies.get(timeZoneCookie)?.value;
  return {
    locale: match(requested, available, defaultReader.locale),
    timeZone: zone !== undefined && isTimeZone(zone) ? zone : defaultReader.timeZone,
  };
}
