import type { Route } from "next";

/** The filters of a feed as they are written in an address; empty and missing ones are left out. */
export type FeedQuery = {
  /** A project, in the feed of all projects. */
  slug?: string | null | undefined;
  organisationId?: string | null | undefined;
  personId?: string | null | undefined;
  kind?: string | null | undefined;
  outputId?: string | null | undefined;
  workPackageId?: string | null | undefined;
  figure?: string | null | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
  month?: string | null | undefined;
  cursor?: string | null | undefined;
};

/** The query of an address, with its question mark; "" without filters. */
export function feedQuery(query: Readonly<Record<string, string | null | undefined>>): string {
  const kept = new URLSearchParams(
    Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1])),
  ).toString();
  return kept === "" ? "" : `?${kept}`;
}

/** The address of the filtered activity of a project; without `slug` of all projects of the person. */
export const activityPath = (slug: string | null, query: FeedQuery, part = "#feed"): Route =>
  `${slug === null ? "" : `/projects/${encodeURIComponent(slug)}`}/activity${feedQuery(query)}${part}` as Route;
