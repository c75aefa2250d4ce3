import type { ActivityMatrixRow } from "../pictures/activity-matrix-data";
import { partnerPath } from "./partner-links";

type Organisation = {
  organisationId: string;
  shortName: string;
  country: string;
  hue: number;
  kind: string;
};
type Heat = {
  months: readonly string[];
  acts: readonly { organisationId: string; month: string; acts: number }[];
  lastSeen: readonly { organisationId: string; at: Date | null }[];
};

/** A row of the activity matrix for each organisation of the consortium, without evaluators. */
export function matrixRows(
  heat: Heat,
  organisations: readonly Organisation[],
  at: { slug: string; note: (lastSeen: Date | null) => string },
): ActivityMatrixRow[] {
  const counts = new Map(heat.acts.map(({ organisationId, month, acts }) => [`${organisationId} ${month}`, acts]));
  const lastSeen = new Map(heat.lastSeen.map((one) => [one.organisationId, one.at]));
  return organisations
    .filter(({ kind }) => kind !== "evaluator")
    .map(({ organisationId, shortName, country, hue }) => ({
      organisation: {
        id: organisationId,
        shortName,
        country,
        hue,
        href: partnerPath(at.slug, organisationId),
      },
      counts: heat.months.map((month) => counts.get(`${organisationId} ${month}`) ?? 0),
      note: at.note(lastSeen.get(organisationId) ?? null),
    }));
}

/** The current organisation without activity for the longest time, with the day of its last activity. */
export function quietestOf(
  heat: Pick<Heat, "lastSeen">,
  organisations: readonly (Organisation & { joinedAt: Date | null; ended: boolean })[],
): { name: string; since: string } | null {
  const seen = new Map(heat.lastSeen.map(({ organisationId, at }) => [organisationId, at]));
  const [quietest] = organisations
    .filter(({ kind, joinedAt, ended }) => kind !== "evaluator" && joinedAt !== null && !ended)
    .flatMap(({ organisationId, shortName, joinedAt }) => {
      const since = seen.get(organisationId) ?? joinedAt;
      return since ? [{ name: shortName, since }] : [];
    })
    .sort((a, b) => a.since.getTime() - b.since.getTime());
  return quietest ? { name: quietest.name, since: quietest.since.toISOString().slice(0, 10) } : null;
}
