import { regionName } from "../display-names";
import { foldText } from "../folding";
import { mailLocales } from "../people";
import { countryCodes, normaliseCountry } from "./countries";
import { languages } from "./vocabulary";

export interface NamedCountry {
  code: string;
  name: string;
}

interface Names {
  sorted: readonly NamedCountry[];
  nameOf: ReadonlyMap<string, string>;
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
  const names = { sorted, nameOf: new Map(sorted.map(({ code, name }) => [code, name])) };
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

/** Names in use that Intl does not give in any language: former, official and short ones. */
const otherNames: Readonly<Record<string, string>> = {
  BA: "Bosnia, Bosnia-Herzegovina, Bosnie, Bosnien, Bośnia, Βοσνία",
  BY: "Belorussia, Byelorussia",
  CD: "DR Congo, Democratic Republic of the Congo",
  CG: "Republic of the Congo",
  CV: "Cabo Verde",
  CY: "Republic of Cyprus",
  CZ: "Czech Republic, Tschechische Republik, République tchèque, República Checa, Repubblica Ceca, Republika Czeska, Česká republika, Τσεχική Δημοκρατία",
  DE: "Federal Republic of Germany, Bundesrepublik Deutschland",
  GB: "Great Britain, Britain, England, Scotland, Wales, Northern Ireland, Großbritannien, Grande-Bretagne, Gran Bretaña, Gran Bretagna, Anglia, Αγγλία, Μεγάλη Βρετανία",
  GR: "Hellas, Hellenic Republic",
  HK: "Hong Kong, Hongkong",
  IE: "Republic of Ireland, Eire",
  KR: "Korea, Republic of Korea",
  MD: "Republic of Moldova",
  MK: "Macedonia, FYROM, Republic of North Macedonia, Mazedonien, Macédoine, Macedonia del Nord",
  MM: "Burma",
  MO: "Macau",
  NL: "Holland, Hollande, Holanda, Olanda, Ολλανδία",
  PS: "Palestine, State of Palestine, Palästina, Palestina, Palestyna, Παλαιστίνη",
  RS: "Republic of Serbia",
  RU: "Russian Federation",
  SK: "Slovak Republic, Slovenská republika, Slowakische Republik, République slovaque",
  SZ: "Swaziland",
  TL: "East Timor",
  TR: "Turkey, Republic of Türkiye, Türkiye Cumhuriyeti",
  US: "United States of America, America",
  VA: "Vatican, Holy See",
};

const nameKey = (name: string): string =>
  foldText(
    name
      .replace(/\p{Cf}/gu, "")
      .replaceAll("&", " and ")
      .replaceAll("ı", "i"),
  )
    .replace(/^the /u, "")
    .replace(/^st /u, "saint ");

let codes: ReadonlyMap<string, string> | undefined;

/** The codes by the names of all languages, made on first use. The languages of the interface come before others. */
function codesByName(): ReadonlyMap<string, string> {
  if (codes) return codes;
  const found = new Map<string, string>();
  const add = (name: string, code: string) => {
    const key = nameKey(name);
    if (!found.has(key)) found.set(key, code);
  };
  for (const language of [...mailLocales, ...languages]) {
    for (const code of countryCodes) add(regionName(code, language), code);
  }
  for (const [code, names] of Object.entries(otherNames)) for (const name of names.split(", ")) add(name, code);
  codes = found;
  return codes;
}

/** The code for what a person typed: a code, or a name in any language of the programme; null for neither. */
export function countryFromText(text: string): string | null {
  return normaliseCountry(text) ?? codesByName().get(nameKey(text)) ?? null;
}
