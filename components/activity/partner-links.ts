import type { Route } from "next";
import { activityPath, type FeedQuery, feedQuery } from "./activity-path";

type Period = { from?: string | undefined; to?: string | undefined };
type Work = "led" | "contributed" | "onTime" | "late";

/** The page of what one organisation did in a project, with a period and a place on it. */
export const partnerPath = (
  slug: string,
  organisationId: string,
  query: FeedQuery & { outputs?: Work; reviews?: "given"; outputsCursor?: string; reviewsCursor?: string } = {},
  part = "",
): Route => `/projects/${encodeURIComponent(slug)}/partners/${organisationId}${feedQuery(query)}${part}` as Route;

/** The numbers of a partner that have a column in the table of partners, in its order. */
export const countedFigures = [
  "led",
  "contributed",
  "onTime",
  "late",
  "versions",
  "reviewsAsked",
  "reviewsGiven",
  "comments",
  "people",
] as const;

/** Where each figure of an organisation leads: the list of exactly what it counts. */
export function figureLinks(slug: string, organisationId: string, { from, to }: Period) {
  const period = { from, to };
  const outputs = (work: Work) => partnerPath(slug, organisationId, { ...period, outputs: work }, "#outputs");
  const feed = (query: FeedQuery) => activityPath(slug, { organisationId, ...period, ...query });
  return {
    led: outputs("led"),
    contributed: outputs("contributed"),
    onTime: outputs("onTime"),
    late: outputs("late"),
    versions: feed({ figure: "versions" }),
    comments: feed({ figure: "comments" }),
    activities: feed({}),
    lastActivity: feed({}),
    reviewsAsked: partnerPath(slug, organisationId, period, "#reviews"),
    reviewsGiven: partnerPath(slug, organisationId, { ...period, reviews: "given" }, "#reviews"),
    people: partnerPath(slug, organisationId, period, "#people"),
  };
}
