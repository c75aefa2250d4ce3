import { type SQL, sql } from "drizzle-orm";
import { requireConsortiumMember } from "@/domain/actor";
import { addDays, addMonths, dayInBrussels, type IsoDate } from "@/domain/dates";
import { typesOfFigure } from "@/domain/events/figures";
import type { PartnersInput } from "@/domain/schemas/activity";
import type { MemberContext } from "@/server/context";
import { currentPerson, recordedOrganisations } from "@/server/events/aliases";
import { startOfDay } from "./feed";

/** A period as activity_months holds it: its whole months, and the days before and after them. Null is unlimited. */
type Split = { start: IsoDate | null; wholeFrom: IsoDate | null; wholeUntil: IsoDate | null; end: IsoDate | null };

/** Splits a period of calendar dates, both inclusive, into whole months and the days at its edges; ends are exclusive. */
export function splitPeriod(from: IsoDate | undefined, to: IsoDate | undefined): Split {
  const end = to === undefined ? null : addDays(to, 1);
  const wholeUntil = end === null ? null : `${end.slice(0, 7)}-01`;
  const wholeFrom = from === undefined ? null : from.endsWith("-01") ? from : addMonths(`${from.slice(0, 7)}-01`, 1);
  // Within one month, or over the end of one, nothing is whole.
  if (wholeFrom !== null && wholeUntil !== null && wholeFrom >= wholeUntil) {
    return { start: from ?? null, wholeFrom: end, wholeUntil: end, end };
  }
  return { start: from ?? null, wholeFrom, wholeUntil, end };
}

const all = (parts: SQL[]) => sql.join(parts, sql` and `);
const within = (from: IsoDate | null, until: IsoDate | null): SQL[] => [
  ...(from === null ? [] : [sql`a.at >= ${startOfDay(from)}`]),
  ...(until === null ? [] : [sql`a.at < ${startOfDay(until)}`]),
];

const ofTypes = (types: readonly string[]) =>
  sql`count(*) filter (where a.type = any(${`{${types.join(",")}}`}::text[]))::int`;
/** Rows `a` of `activity`, counted as activity_months counts them. */
const countedRows = sql`count(*)::int as count, ${ofTypes(typesOfFigure("versions"))} as versions,
  ${ofTypes(typesOfFigure("comments"))} as comments`;

/**
 * Rows `organisation_id, person_id, count, versions, comments` of a project and period, with the ids as the record holds
 * them: whole months from activity_months with the rows that are not counted there yet, the days at the edges from
 * `activity`.
 */
export function countedActivities(projectId: SQL, { start, wholeFrom, wholeUntil, end }: Split): SQL {
  const months = [
    sql`m.project_id = ${projectId}`,
    ...(wholeFrom === null ? [] : [sql`m.month >= ${wholeFrom}::date`]),
    ...(wholeUntil === null ? [] : [sql`m.month < ${wholeUntil}::date`]),
  ];
  const edges = [
    ...(start === null || start === wholeFrom ? [] : [within(start, wholeFrom)]),
    ...(end === null || end === wholeUntil ? [] : [within(wholeUntil, end)]),
  ];
  return sql`select m.organisation_id, m.person_id, sum(m.count)::int as count, sum(m.versions)::int as versions,
      sum(m.comments)::int as comments
      from activity_months m where ${all(months)} group by 1, 2
    union all select a.organisation_id, a.person_id, ${countedRows}
      from activity_pending p join activity a on a.id = p.activity_id
      where ${all([sql`p.project_id = ${projectId}`, ...within(wholeFrom, wholeUntil)])} group by 1, 2
    ${sql.join(
      edges.map(
        (edge) => sql`union all select a.organisation_id, a.person_id, ${countedRows} from activity a
          where ${all([sql`a.project_id = ${projectId}`, ...edge])} group by 1, 2`,
      ),
      sql` `,
    )}`;
}

/** What an organisation did in a project, in a period or in all. */
export type PartnerFigures = {
  organisationId: string;
  shortName: string;
  country: string;
  hue: number;
  kind: string;
  /** The last day of its participation, when it has one. */
  endedOn: IsoDate | null;
  /** Outputs it leads and contributes to today, whatever the period. */
  led: number;
  contributed: number;
  /** Led outputs due in the period that were submitted for review by their due date, and those that were not. */
  onTime: number;
  late: number;
  activities: number;
  versions: number;
  comments: number;
  /** Reviews that were asked of its people in the period, those of them that were given, and their median delay in days. */
  reviewsAsked: number;
  reviewsGiven: number;
  reviewDays: number | null;
  /** How many of its people did something. */
  people: number;
  lastActivity: Date | null;
};

type Row = Omit<PartnerFigures, "lastActivity"> & { lastActivity: number | null };

/** The outputs that an organisation leads, as they are judged: submitted by the due date in Brussels, or not. */
export const dueOutcome = (today: IsoDate) => sql`case when exists (select from submissions s where s.output_id = o.id
    and s.created_at < ((o.due_on + 1)::timestamp at time zone 'Europe/Brussels')) then 'on_time'
  when o.due_on < ${today}::date then 'late' end`;

function figuresStatement(projectId: string, input: PartnersInput, today: IsoDate): SQL {
  const project = sql`${projectId}::uuid`;
  const period = splitPeriod(input.from, input.to);
  const { start, end } = period;
  const dueIn = [
    ...(start === null ? [] : [sql`o.due_on >= ${start}::date`]),
    ...(end === null ? [] : [sql`o.due_on < ${end}::date`]),
  ];
  const asked = [
    sql`r.project_id = ${project}`,
    ...(start === null ? [] : [sql`r.created_at >= ${startOfDay(start)}`]),
    ...(end === null ? [] : [sql`r.created_at < ${startOfDay(end)}`]),
  ];
  return sql`with counted as materialized (${countedActivities(project, period)}),
  done as (
    select coalesce(oa.organisation_id, c.organisation_id) as organisation_id, sum(c.count)::int as activities,
      sum(c.versions)::int as versions, sum(c.comments)::int as comments
    from counted c left join organisation_aliases oa
      on oa.project_id = ${project} and oa.from_organisation_id = c.organisation_id
    group by 1),
  active as (
    select coalesce(oa.organisation_id, c.organisation_id) as organisation_id,
      count(distinct ${currentPerson(sql`c.person_id`)})::int as people
    from (select distinct organisation_id, person_id from counted where person_id is not null) c
    left join organisation_aliases oa on oa.project_id = ${project} and oa.from_organisation_id = c.organisation_id
    group by 1),
  judged as (
    select o.lead_organisation_id as organisation_id, count(*)::int as led,
      count(*) filter (where ${all([sql`o.outcome = 'on_time'`, ...dueIn])})::int as on_time,
      count(*) filter (where ${all([sql`o.outcome = 'late'`, ...dueIn])})::int as late
    from (select o.*, ${dueOutcome(today)} as outcome from outputs o where o.project_id = ${project}) o group by 1),
  helped as (
    select c.organisation_id, count(*)::int as contributed from output_contributors c
    join outputs o on o.id = c.output_id where o.project_id = ${project} group by 1),
  reviewed as (
    select r.organisation_id, count(*)::int as asked, count(r.verdict)::int as given,
      percentile_cont(0.5) within group (order by extract(epoch from r.decided_at - r.created_at) / 86400)
        filter (where r.verdict is not null) as days
    from reviews r where ${all(asked)} group by 1)
  select pa.organisation_id as "organisationId", o.short_name as "shortName", o.country, pa.hue, pa.kind,
    pa.ended_on::text as "endedOn", coalesce(judged.led, 0) as led, coalesce(helped.contributed, 0) as contributed,
    coalesce(judged.on_time, 0) as "onTime", coalesce(judged.late, 0) as late,
    coalesce(done.activities, 0) as activities, coalesce(done.versions, 0) as versions,
    coalesce(done.comments, 0) as comments, coalesce(reviewed.asked, 0) as "reviewsAsked",
    coalesce(reviewed.given, 0) as "reviewsGiven", reviewed.days::float8 as "reviewDays",
    coalesce(active.people, 0) as people,
    (select (extract(epoch from max(newest.at)) * 1000)::float8
      from unnest(${recordedOrganisations(sql`pa.project_id`, sql`pa.organisation_id`)}) as og(id)
      cross join lateral (select a.at from activity a
        where ${all([sql`a.project_id = pa.project_id and a.organisation_id = og.id`, ...within(start, end)])}
        order by a.at desc, a.id desc limit 1) newest) as "lastActivity"
  from participations pa join organisations o on o.id = pa.organisation_id
  left join done on done.organisation_id = pa.organisation_id
  left join active on active.organisation_id = pa.organisation_id
  left join judged on judged.organisation_id = pa.organisation_id
  left join helped on helped.organisation_id = pa.organisation_id
  left join reviewed on reviewed.organisation_id = pa.organisation_id
  where pa.project_id = ${project} and pa.kind <> 'evaluator'
  order by pa.kind <> 'coordinator', pa.hue, pa.id`;
}

/**
 * What each organisation of the consortium did in a project: in a period of calendar dates in Brussels, or since its
 * beginning. Errors: project.not_found, also for evaluators.
 */
export async function listPartnerFigures(ctx: MemberContext, input: PartnersInput): Promise<PartnerFigures[]> {
  const { projectId } = requireConsortiumMember(ctx.actor, input.slug);
  const rows = await ctx.db.execute<Row>(figuresStatement(projectId, input, dayInBrussels(ctx.now)));
  return rows.map((row) => ({ ...row, lastActivity: row.lastActivity === null ? null : new Date(row.lastActivity) }));
}
