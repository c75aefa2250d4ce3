import { type SQL, sql } from "drizzle-orm";
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
const moment = (at: Date) => sql`${at.toISOString()}::timestamptz`;
/** The first moment of a day in Brussels, as SQL. */
export const startOfDay = (day: IsoDate) => sql`(${day}::timestamp at time zone 'Europe/Brussels')`;

/** The lists whose every combination is a branch of the feed, besides the projects `p`. */
function branches({ organisationId, personId, outputId, workPackageId }: FeedFilter): SQL[] {
  const found = [];
  if (organisationId !== undefined) {
    const ids = recordedOrganisations(sql`p.id`, sql`${organisationId}::uuid`);
    found.push(sql`cross join lateral unnest(${ids}) as og(id)`);
  }
  if (personId !== undefined) {
    found.push(sql`cross join unnest(${recordedPeople(sql`${personId}::uuid`)}) as pn(id)`);
  }
  if (outputId !== undefined || workPackageId !== undefined) {
    const chosen = [
      sql`o.project_id = p.id`,
      ...(outputId === undefined ? [] : [sql`o.id = ${outputId}::uuid`]),
      ...(workPackageId === undefined ? [] : [sql`o.work_package_id = ${workPackageId}::uuid`]),
    ];
    found.push(sql`cross join lateral (select o.id from outputs o where ${sql.join(chosen, sql` and `)}) u`);
  }
  return found;
}

function conditions(filter: FeedFilter, after: FeedPosition | null): SQL {
  const { organisationId, personId, kind, outputId, workPackageId, figure, from, to, news } = filter;
  const byOutput = outputId !== undefined || workPackageId !== undefined;
  return sql.join(
    [
      // An output belongs to one project. Without the project in the condition only the index of outputs fits.
      byOutput ? sql`a.output_id = u.id` : sql`a.project_id = p.id`,
      ...(organisationId === undefined ? [] : [sql`a.organisation_id = og.id`]),
      ...(personId === undefined ? [] : [sql`a.person_id = pn.id`]),
      ...(kind === undefined ? [] : [sql`a.kind = ${kind}`]),
      ...(figure === undefined
        ? []
        : [
            sql`a.kind = ${kindOfFigure(figure)}`,
            sql`a.type = any(${`{${typesOfFigure(figure).join(",")}}`}::text[])`,
          ]),
      ...(from === undefined ? [] : [sql`a.at >= ${startOfDay(from)}`]),
      ...(to === undefined ? [] : [sql`a.at < ${startOfDay(addDays(to, 1))}`]),
      ...(news === undefined
        ? []
        : [
            sql`a.at >= ${moment(news.since)}`,
            sql`${currentPerson(sql`a.person_id`)} is distinct from ${news.reader}::uuid`,
          ]),
      ...(after === null ? [] : [sql`(a.at, a.id) < (${moment(new Date(after.at))}, ${after.id}::bigint)`]),
    ],
    sql` and `,
  );
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

/**
 * Newest activities of these projects. Every branch (a project with one id of the organisation, the person and the
 * output) walks an index and stops at the limit, so that the cost does not grow with the projects.
 */
export function feedStatement(
  projectIds: readonly string[],
  filter: FeedFilter,
  after: FeedPosition | null,
  limit: number | null,
): SQL {
  const rows = limit === null ? sql.raw("") : sql.raw(`limit ${String(limit)}`);
  return shown(sql`select newest.* from unnest(${idList(projectIds)}) as p(id)
    ${sql.join(branches(filter), sql.raw("\n"))}
    cross join lateral (select a.* from activity a where ${conditions(filter, after)}
      order by a.at desc, a.id desc ${rows}) newest
    ${newestFirst} ${rows}`);
}

/** A column of a statement about a project: its newest activities as a list of rows of a feed. */
export const latestOfProject = (limit: number, projectId: SQL) =>
  sql<FeedRow[]>`(select coalesce(json_agg(latest), '[]') from (${shown(
    sql`select a.* from activity a where a.project_id = ${projectId} order by a.at desc, a.id desc limit ${sql.raw(String(limit))}`,
  )}) latest)`;

/**
 * One line of a feed. `event` is null where the stored row cannot be read; `person` is null for a former member and for
 * events of cron jobs.
 */
export type FeedEntry = {
  id: string;
  at: Date;
  event: ActivityEvent | null;
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

/** A row as a line of a feed that the actor reads. */
export function feedEntry(actor: Actor, row: FeedRow): FeedEntry {
  const participation = row.projectId === null ? null : participationIn(actor, row.projectId);
  return {
    id: row.id,
    at: new Date(row.at),
    event: storedEvent(row),
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
