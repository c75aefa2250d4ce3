import { countryFromText } from "@/domain/programme/country-names";
import { distanceInput, type DistanceQuery } from "@/domain/schemas/programme";

export type Params = Record<string, string | string[] | undefined>;

export interface Journey {
  callYear: string;
  category: "travel" | "meeting";
  from: string;
  fromCountry: string;
  to: string;
  toCountry: string;
  km: string;
  country: string;
}

const one = (value: string | string[] | undefined): string =>
  (typeof value === "string" ? value : (value?.[0] ?? "")).slice(0, 80).trim();

/** Parses the parameters of the page. */
export function readJourney(params: Params, thisYear: number): Journey {
  return {
    callYear: one(params["callYear"]) || String(thisYear),
    category: one(params["category"]) === "meeting" ? "meeting" : "travel",
    from: one(params["from"]),
    fromCountry: one(params["fromCountry"]),
    to: one(params["to"]),
    toCountry: one(params["toCountry"]),
    km: one(params["km"]),
    country: one(params["country"]),
  };
}

/** Input for the rules; null while nothing is filled in. */
export function toDistance(journey: Journey, locale: string): DistanceQuery | null {
  const { callYear, category, km, from, fromCountry, to, toCountry } = journey;
  const place = (city: string, country: string) => ({ city, country: countryFromText(country, locale) ?? country });
  const length = { km: Number(km.replace(",", ".")) };
  const places = { from: place(from, fromCountry), to: place(to, toCountry) };
  const read = distanceInput.safeParse({ callYear: Number(callYear), category, ...(km === "" ? places : length) });
  return read.success ? read.data : null;
}
