import type { Route } from "next";
import type { HeatRow } from "../activity/activity-heat";

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

/** The activity of a project with one organisation, or one organisation's month. */
export function activityPath(slug: string, organisationId: string, month: string | null): Route {
  const query = new URLSearchParams({ organisationId, ...(month ? { month } : {}) });
  return `/projects/${slug}/activity?${query.toString()}#feed` as Route;
}

/** A row of twelve months for each organisation of the consortium. */
export function heatRows(
  heat: Heat,
  organisations: readonly Organisation[],
  at: { slug: string; note: (lastSeen: Date | null) => string },
): HeatRow[] {
  const counts = new Map(heat.acts.map(({ organisationId, month, acts }) => [`${organisationId} ${month}`, acts]));
  const seen = new Map(heat.lastSeen.map(({ organisationId, at: moment }) => [organisationId, moment]));
  return organisations
    .filter(({ kind }) => kind !== "evaluator")
    .map(({ organisationId, shortName, country, hue }) => ({
      organisation: {
        id: organisationId,
        shortName,
        country,
        hue,
        href: activityPath(at.slug, organisationId, null),
      },
      counts: heat.months.map((month) => counts.get(`${organisationId} ${month}`) ?? 0),
      note: at.note(seen.get(organisationId) ?? null),
    }));
}

/** The organisation that has been silent longest, with the day of its last act; null while all are new. */
export function quietestOf(
  heat: Pick<Heat, "lastSeen">,
  organisations: readonly (Organisation & { joinedAt: Date | null; ended: boolean })[],
): { name: string; since: string } | null {
  const seen = new Map(heat.lastSeen.map(({ organisationId, at }) => [organisationId, at]));
  const silent = organisations
    .filter(({ kind, joinedAt, ended }) => kind !== "evaluator" && joinedAt !== null && !ended)
    .flatMap(({ organisationId, shortName, joinedAt }) => {
      const since = seen.get(organisationId) ?? joinedAt;
      return since ? [{ name: shortName, since }] : [];
    })
    .sort((a, b) => a.since.getTime() - b.since.getTime());
  const [first] = silent;
  return first ? { name: first.name, since: first.since.toISOString().slice(0, 10) } : null;
}
