import { regionName } from "../display-names";
import { countryCodes, normaliseCountry } from "./countries";

export interface NamedCountry {
  code: string;
  name: string;
}

interface Names {
  sorted: readonly NamedCountry[];
  nameOf: ReadonlyMap<string, string>;
  codeOf: ReadonlyMap<string, string>;
}

// Cached per language, because creating and sorting the names takes milliseconds.
const made = new Map<string, Names>();

function namesIn(locale: string): Names {
  const cached = made.get(locale);
  if (cached) return cached;
  const { compare } = new Intl.Collator(locale);
  const sorted = countryCodes
    .map((code) => ({ code, name: regionName(code, locale) }))
    .sort((a, b) => compare(a.name, b.name));
  const names = {
    sorted,
    nameOf: new Map(sorted.map(({ code, name }) => [code, name])),
    codeOf: new Map(sorted.map(({ code, name }) => [name.toLowerCase(), code])),
  };
  made.set(locale, names);
  return names;
}

/** All countries that can be selected, sorted by their names in a language. */
export function countryNames(locale: string): readonly NamedCountry[] {
  return namesIn(locale).sorted;
}

/** The name of a country in a language; unknown codes are returned unchanged. */
export function countryName(country: string, locale: string): string {
  return namesIn(locale).nameOf.get(normaliseCountry(country) ?? "") ?? country;
}

/** The code for an input: a code, or a name in the language; null for neither. */
export function countryFromText(text: string, locale: string): string | null {
  return normaliseCountry(text) ?? namesIn(locale).codeOf.get(text.trim().toLowerCase()) ?? null;
}
