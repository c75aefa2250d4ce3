import { numberFromText } from "@/domain/numbers";
import { distanceInput, longestJourneyKm, type DistanceQuery } from "@/domain/schemas/programme";

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

/** What keeps the page from an answer although something is filled in. */
export type JourneyProblem = "kmUnreadable" | "kmOutOfRange" | "incomplete" | "callYearInvalid";

type Reading = { query: DistanceQuery | null; problem: JourneyProblem | null };

/** Input for the rules, or what is wrong; neither while nothing is filled in. A distance comes before places. */
export function toDistance(journey: Journey): Reading {
  const { callYear, category, from, fromCountry, to, toCountry } = journey;
  const wrong = (problem: JourneyProblem): Reading => ({ query: null, problem });
  if ([journey.km, from, fromCountry, to, toCountry].every((text) => text === ""))
    return { query: null, problem: null };
  const km = numberFromText(journey.km);
  if (journey.km !== "" && km === null) return wrong("kmUnreadable");
  if (km !== null && (km < 0 || km > longestJourneyKm)) return wrong("kmOutOfRange");
  if (km === null && [from, fromCountry, to, toCountry].includes("")) return wrong("incomplete");
  const places = { from: { city: from, country: fromCountry }, to: { city: to, country: toCountry } };
  const read = distanceInput.safeParse({
    callYear: numberFromText(callYear),
    category,
    ...(km === null ? places : { km }),
  });
  return read.success ? { query: read.data, problem: null } : wrong("callYearInvalid");
}
