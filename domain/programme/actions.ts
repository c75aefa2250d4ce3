import { allianceEditions } from "./editions-alliances";
import { capacityEditions2014 } from "./editions-capacity-2014";
import { capacityEditions2021 } from "./editions-capacity-2021";
import { centralEditions2021 } from "./editions-central-2021";
import { partnershipEditions } from "./editions-partnerships";
import { strategicEditions } from "./editions-strategic";
import type { Edition } from "./editions";

/** Every edition of every action. A new call is a new entry, no new code. */
export const editions: readonly Edition[] = [
  ...strategicEditions,
  ...allianceEditions,
  ...capacityEditions2014,
  ...partnershipEditions,
  ...centralEditions2021,
  ...capacityEditions2021,
];

/** Identifiers of all actions, in the order of their periods. */
export const actionIds: readonly string[] = [...new Set(editions.map((edition) => edition.action))];

/** First and last call year with data. */
export function programmeYears(known: readonly Edition[] = editions): { first: number; last: number } {
  return known.reduce(
    (years, edition) => ({ first: Math.min(years.first, edition.from), last: Math.max(years.last, edition.to) }),
    { first: 9999, last: 0 },
  );
}

/** The actions of one call year, or of all years; each strand is a separate entry. */
export function actionsOf(callYear?: number, known: readonly Edition[] = editions): readonly Edition[] {
  if (callYear === undefined) return known;
  return known.filter((edition) => callYear >= edition.from && callYear <= edition.to);
}

/** The editions of an action in a call year: several when it has strands, none when it did not exist. */
export function editionsOf(action: string, callYear: number, known: readonly Edition[] = editions): readonly Edition[] {
  return actionsOf(callYear, known).filter((edition) => edition.action === action);
}

/** The years in which an action existed, for the message about another year. */
export function yearsOf(action: string, known: readonly Edition[] = editions): { from: number; to: number } | null {
  const own = known.filter((edition) => edition.action === action);
  if (own.length === 0) return null;
  return { from: Math.min(...own.map((edition) => edition.from)), to: Math.max(...own.map((edition) => edition.to)) };
}
