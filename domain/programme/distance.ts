import { bandTables, type Band, type BandTable, type DistanceCategory } from "./bands";
import { finding, recalled, type Finding } from "./certainty";
import { guideOf } from "./eligibility";

export interface Coordinates {
  lat: number;
  lon: number;
}

const earthKm = 6371;
const halfRound = Math.PI * earthKm;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** The great-circle distance between two places, in kilometres with two decimals. */
export function distanceKm(from: Coordinates, to: Coordinates): number {
  const dLat = radians(to.lat - from.lat);
  const dLon = radians(to.lon - from.lon);
  const a = Math.sin(dLat / 2) ** 2 + Math.cos(radians(from.lat)) * Math.cos(radians(to.lat)) * Math.sin(dLon / 2) ** 2;
  const km = 2 * earthKm * Math.asin(Math.min(1, Math.sqrt(a)));
  return Math.round(km * 100) / 100;
}

/** The distance band; decimals do not move a journey into the next band. */
export function bandOf(
  category: DistanceCategory,
  callYear: number,
  km: number,
  tables: readonly BandTable[] = bandTables,
): Band | null {
  const table = tables.find((one) => one.category === category && callYear >= one.from && callYear <= one.to);
  const whole = Math.floor(km);
  return table?.bands.find((band) => whole >= band.fromKm && (band.toKm === null || whole <= band.toKm)) ?? null;
}

export interface DistanceAnswer {
  km: number;
  band: { fromKm: number; toKm: number | null } | null;
  amountCents: number | null;
  greenAmountCents: number | null;
  findings: readonly Finding[];
}

/** The band of a journey in a call year and the amount per traveller for the round trip. */
export function distanceBand(
  input: { callYear: number; category: DistanceCategory; km: number },
  tables: readonly BandTable[] = bandTables,
): DistanceAnswer {
  const { callYear, category, km } = input;
  const none = { band: null, amountCents: null, greenAmountCents: null };
  if (!Number.isFinite(km) || km < 0 || km > halfRound) {
    return { km, ...none, findings: [finding("distance_invalid", "error", {}, guideOf(callYear), callYear)] };
  }
  const band = bandOf(category, callYear, km, tables);
  if (!band) {
    return { km, ...none, findings: [finding("no_rates", "warning", { category }, recalled("GUIDE27"), callYear)] };
  }
  const params = { category, amountCents: band.cents };
  const findings = [
    band.fact.certainty === "recalled"
      ? finding("rate_unconfirmed", "warning", params, band.fact, callYear)
      : finding("rate", "ok", params, band.fact, callYear),
  ];
  const above = bandOf(category, callYear, Math.ceil(km), tables);
  if (above !== band) findings.push(finding("band_border", "warning", { km }, recalled(), callYear));
  return {
    km,
    band: { fromKm: band.fromKm, toKm: band.toKm },
    amountCents: band.cents,
    greenAmountCents: band.greenCents ?? null,
    findings,
  };
}
