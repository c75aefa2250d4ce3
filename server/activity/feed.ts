import { type Placeholder, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { prepared } from "@/db/prepared";
import { type Actor, participationIn } from "@/domain/actor";
import { addDays, type IsoDate } from "@/domain/dates";
import type { EventKind } from "@/domain/events/event";
import type { ActivityEvent } from "@/domain/events/events";
import { type Figure, kindOfFigure, typesOfFigure } from "@/domain/events/figures";
import {
  currentName,
  currentOrganisation,
  currentPerson,
  idInData,
  personInData,
  recordedOrganisations,
  recordedPeople,
} from "@/server/events/aliases";
import { storedEvent } from "@/server/events/stored-event";

/** Which activities a feed shows: those that fulfil all of it. */
export type FeedFilter = {
  organisationId?: string | undefined;
  personId?: string | undefined;
  kind?: EventKind | undefined;
  outputId?: string | undefined;
  workPackageId?: string | undefined;
  /** The activities that a figure of an organisation counts. */
  figure?: Figure | undefined;
  /** Calendar dates in Brussels, both inclusive. */
  from?: IsoDate | undefined;
  to?: IsoDate | undefined;
  /** For news: only after this moment, and not by this person. */
  news?: { since: Date; reader: string } | undefined;
};

/** The last line of the page before: its time in milliseconds and its id. */
export type FeedPosition = { at: number; id: string };

/** A list of ids as one parameter. */
export const idList = (ids: readonly string[]) => sql`${`{${ids.join(",")}}`}::uuid[]`;
/** The first moment of a day in Brussels, as SQL. */
export const startOfDay = (day: IsoDate) => startOf(sql`${day}`);
const startOf = (day: SQL | Placeholder) => sql`(${day}::timestamp at time zone 'Europe/Brussels')`;

/** What a statement of the feed depends on besides its values: the filters in use, and whether it goes on after a line. */
type FeedPart = keyof FeedFilter | "after";

const uuidValue = (name: FeedPart) => sql`${sql.placeholder(name)}::uuid`;

/** The lists whose every combination is a branch of the feed, besides the projects `p`. */
function branches(has: (part: FeedPart) => boolean): SQL[] {
  const found = [];
  if (has("organisationId")) {
    const ids = recordedOrganisations(sql`p.id`, uuidValue("organisationId"));
    found.push(sql`cross join lateral unnest(${ids}) as og(id)`);
  }
  if (has("personId")) {
    found.push(sql`cross join unnest(${recordedPeople(uuidValue("personId"))}) as pn(id)`);
  }
  if (has("outputId") || has("workPackageId")) {
    const chosen = [
      sql`o.project_id = p.id`,
      ...(has("outputId") ? [sql`o.id = ${uuidValue("outputId")}`] : []),
      ...(has("workPackageId") ? [sql`o.work_package_id = ${uuidValue("workPackageId")}`] : []),
    ];
    found.push(sql`cross join lateral (select o.id from outputs o where ${sql.join(chosen, sql` and `)}) u`);
  }
  return found;
}

function conditions(has: (part: FeedPart) => boolean): SQL {
  const value = (name: string) => sql.placeholder(name);
  const optional: [FeedPart, SQL][] = [
    ["organisationId", sql`a.organisation_id = og.id`],
    ["personId", sql`a.person_id = pn.id`],
    ["kind", sql`a.kind = ${value("kind")}`],
    ["figure", sql`a.kind = ${value("figureKind")} and a.type = any(${value("figureTypes")}::text[])`],
    ["from", sql`a.at >= ${startOf(value("from"))}`],
    ["to", sql`a.at < ${startOf(value("until"))}`],
    [
      "news",
      sql`a.at >= ${value("newsSince")}::timestamptz
        and ${currentPerson(sql`a.person_id`)} is distinct from ${value("newsReader")}::uuid`,
    ],
    ["after", sql`(a.at, a.id) < (${value("afterAt")}::timestamptz, ${value("afterId")}::bigint)`],
  ];
  // An output belongs to one project. Without the project in the condition only the index of outputs fits.
  const subject = has("outputId") || has("workPackageId") ? sql`a.output_id = u.id` : sql`a.project_id = p.id`;
  return sql.join([subject, ...optional.flatMap(([part, condition]) => (has(part) ? [condition] : []))], sql` and `);
}

/** The values of the placeholders of a feed. */
export function feedValues(projectIds: readonly string[], filter: FeedFilter, after: FeedPosition | null) {
  const { figure, to, news } = filter;
  return {
    ...filter,
    projectIds: `{${projectIds.join(",")}}`,
    figureKind: figure && kindOfFigure(figure),
    figureTypes: figure && `{${typesOfFigure(figure).join(",")}}`,
    until: to && addDays(to, 1),
    newsSince: news?.since.toISOString(),
    newsReader: news?.reader,
    afterAt: after && new Date(after.at).toISOString(),
    afterId: after?.id,
  };
}

/** A row of a feed, with the names of now. */
export type FeedRow = {
  id: string;
  /** Milliseconds. */
  at: number;
  type: string;
  data: unknown;
  projectId: string | null;
  outputId: string | null;
  personId: string | null;
  /** Null for a former member. */
  person: string | null;
  /** The name of the person whom the event is about; null for a former member. */
  about: string | null;
  organisationId: string | null;
  shortName: string;
  country: string;
  hue: number | null;
  /** The file whose version the event is about, and the SHA-256 of the version. */
  fileId: string | null;
  sha256: string | null;
};

const newestFirst = sql.raw("order by at desc, id desc");

/** The rows of `line`, some rows of `activity`, with all that a feed shows of them, newest first. */
const shown = (line: SQL) => sql`
  select line.id::text as id, (extract(epoch from line.at) * 1000)::float8 as at, line.type, line.data,
    line.project_id as "projectId", line.output_id as "outputId", pe.id as "personId",
    case when pe.closed_at is null then pe.name end as person, ${currentName(personInData(sql`line.data`))} as about,
    o.id as "organisationId", o.short_name as "shortName", o.country, pa.hue, v.file_id as "fileId", v.sha256
  from (${line}) line
  left join people pe on pe.id = ${currentPerson(sql`line.person_id`)}
  left join organisations o on o.id = ${currentOrganisation(sql`line.project_id`, sql`line.organisation_id`)}
  left join participations pa on pa.project_id = line.project_id and pa.organisation_id = o.id
  left join file_versions v on v.id = ${idInData(sql`line.data`, "versionId")}
  order by line.at desc, line.id desc`;

/** Rows of `shown` as one JSON list. */
const asList = (rows: SQL) => sql<FeedRow[]>`(select coalesce(json_agg(shown), '[]') from (${rows}) shown)`;

/**
 * Newest activities of some projects, with placeholders. Every branch (a project with one id of the organisation, the
 * person and the output) walks an index and stops at the limit, so that the cost does not grow with the projects.
 */
export function feedStatement(parts: readonly FeedPart[], limit: number): SQL<FeedRow[]> {
  const has = (part: FeedPart) => parts.includes(part);
  const rows = sql.raw(`limit ${String(limit)}`);
  return asList(
    shown(sql`select newest.* from unnest(${sql.placeholder("projectIds")}::uuid[]) as p(id)
    ${sql.join(branches(has), sql.raw("\n"))}
    cross join lateral (select a.* from activity a where ${conditions(has)}
      order by a.at desc, a.id desc ${rows}) newest
    ${newestFirst} ${rows}`),
  );
}

/** The parts of a statement for a filter, in one order. */
export function feedParts(filter: FeedFilter, after: FeedPosition | null): FeedPart[] {
  const { organisationId, personId, kind, outputId, workPackageId, figure, from, to, news } = filter;
  const used = { organisationId, personId, kind, outputId, workPackageId, figure, from, to, news, after };
  return (Object.keys(used) as FeedPart[]).filter((part) => used[part] !== undefined && used[part] !== null);
}

/** Reads at most `limit` lines of a feed, those that come after a line or the newest. */
export function feedReader(limit: number) {
  const statement = prepared((db, parts: readonly FeedPart[]) =>
    db
      .select({ rows: feedStatement(parts, limit) })
      .from(sql`(select) as one_row`)
      .prepare("feed"),
  );
  return async (db: Db, projectIds: readonly string[], filter: FeedFilter, after: FeedPosition | null) => {
    const values = feedValues(projectIds, filter, after);
    const [found] = await statement(db, ...feedParts(filter, after)).execute(values);
    return found?.rows ?? [];
  };
}

/** The activities with these ids, newest first. */
export async function readActivities(db: Db, ids: readonly bigint[]): Promise<FeedRow[]> {
  const rows = shown(sql`select a.* from activity a where a.id = any(${`{${ids.join(",")}}`}::bigint[])`);
  return [...(await db.execute<FeedRow>(rows))];
}

/** A column of a statement about a project: its newest activities as a list of rows of a feed. */
export const latestOfProject = (limit: number, projectId: SQL) =>
  asList(
    shown(
      sql`select a.* from activity a where a.project_id = ${projectId} order by a.at desc, a.id desc limit ${sql.raw(String(limit))}`,
    ),
  );

/**
 * One line of a feed. `event` is null where the stored row cannot be read; `person` is null for a former member and for
 * events of cron jobs.
 */
export type FeedEntry = {
  id: string;
  at: Date;
  event: ActivityEvent | null;
  /** True when it was done by a link of an e-mail, without a sign-in. */
  byLink: boolean;
  /** The project, where the reader takes part in it. */
  slug: string | null;
  acronym: string | null;
  outputId: string | null;
  fileId: string | null;
  person: string | null;
  personId: string | null;
  /** The name of the person whom the event is about; null for a former member. */
  about: string | null;
  organisation: { id: string; shortName: string; country: string; hue: number } | null;
};

/** True for the data of an act by a link of an e-mail (see record). */
export const isByLink = (data: unknown): boolean =>
  typeof data === "object" && data !== null && "via" in data && data.via === "email_link";

/** A row as a line of a feed that the actor reads. */
export function feedEntry(actor: Actor, row: FeedRow): FeedEntry {
  const participation = row.projectId === null ? null : participationIn(actor, row.projectId);
  return {
    id: row.id,
    at: new Date(row.at),
    event: storedEvent(row),
    byLink: isByLink(row.data),
    slug: participation?.slug ?? null,
    acronym: participation?.acronym ?? null,
    outputId: row.outputId,
    fileId: row.fileId,
    person: row.person,
    personId: row.personId,
    about: row.about,
    organisation:
      row.organisationId === null
        ? null
        : { id: row.organisationId, shortName: row.shortName, country: row.country, hue: row.hue ?? 0 },
  };
}
