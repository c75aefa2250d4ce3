import { normaliseCountry } from "@/domain/programme/countries";
import type { Coordinates } from "@/domain/programme/distance";
import { capitals, type NamedPlace } from "./capitals";

const plain = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();

function index(places: readonly NamedPlace[]): ReadonlyMap<string, Coordinates> {
  return new Map(
    places.flatMap(({ names, country, lat, lon }) =>
      names.map((name) => [`${country} ${plain(name)}`, { lat, lon }] as const),
    ),
  );
}

const known = index(capitals);

/** Where a city lies; null when the gazetteer does not know it. */
export function findPlace(city: string, country: string): Coordinates | null {
  return known.get(`${normaliseCountry(country) ?? ""} ${plain(city)}`) ?? null;
}

/** The cities offered to who types one. */
export const knownCities: readonly { city: string; country: string }[] = capitals.map(({ names, country }) => ({
  city: names[0] ?? "",
  country,
}));
