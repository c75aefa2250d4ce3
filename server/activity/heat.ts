import { eq, sql } from "drizzle-orm";
import { prepared } from "@/db/prepared";
import { projects } from "@/db/schema";
import { requireConsortiumMember } from "@/domain/actor";
import { addMonths, dayInBrussels } from "@/domain/dates";
import type { MemberContext } from "@/server/context";
import { recordedOrganisations } from "@/server/events/aliases";

const months = 12;

type HeatRow = { organisationId: string; at: string | null; acts: Record<string, number> | null };

let known: readonly string[] = [];

/** The twelve months up to the current one in Brussels, as YYYY-MM; cached until the month changes. */
function monthsUntil(now: Date): readonly string[] {
  const thisMonth = dayInBrussels(now).slice(0, 7);
  if (known.at(-1) !== thisMonth) {
    known = Array.from({ length: months }, (_, i) => addMonths(`${thisMonth}-01`, i + 1 - months).slice(0, 7));
  }
  return known;
}

/** Values of the placeholders of `heatOfProject`, except the project. */
export const heatValues = (now: Date) => ({ heatFrom: `${monthsUntil(now)[0] ?? ""}-01` });

const project = sql`${sql.placeholder("projectId")}::uuid`;
const from = sql`${sql.placeholder("heatFrom")}::date`;

/**
 * SQL column of a project: for each organisation its number of events by month, and the time of its newest event.
 * Months are counted in activity_months; the few rows that are not sealed yet are added.
 */
export const heatOfProject = sql<HeatRow[]>`(
  with counted as materialized (
    select coalesce(oa.organisation_id, c.organisation_id) as organisation_id, c.month, sum(c.acts)::int as acts
    from (
      select m.organisation_id, m.month, sum(m.count) as acts from activity_months m
      where m.project_id = ${project} and m.month >= ${from} group by 1, 2
      union all
      select a.organisation_id, date_trunc('month', a.at at time zone 'Europe/Brussels')::date, count(*)
      from activity_pending p join activity a on a.id = p.activity_id
      where p.project_id = ${project} and a.at >= (${from}::timestamp at time zone 'Europe/Brussels') group by 1, 2
    ) c
    left join organisation_aliases oa on oa.project_id = ${project} and oa.from_organisation_id = c.organisation_id
    group by 1, 2)
  select coalesce(json_agg(json_build_object('organisationId', pa.organisation_id,
    'at', (select max(newest.at) from unnest(${recordedOrganisations(sql`pa.project_id`, sql`pa.organisation_id`)}) as og(id)
      cross join lateral (select a.at from activity a where a.project_id = pa.project_id and a.organisation_id = og.id
        order by a.at desc, a.id desc limit 1) newest),
    'acts', (select json_object_agg(to_char(month, 'YYYY-MM'), acts) from counted
      where counted.organisation_id = pa.organisation_id))), '[]')
  from participations pa where pa.project_id = ${project})`.as("heat");

/** The rows of `heatOfProject` as lists. */
export function readHeat(rows: readonly HeatRow[], now: Date) {
  return {
    months: monthsUntil(now),
    acts: rows.flatMap(({ organisationId, acts }) =>
      Object.entries(acts ?? {}).map(([month, number]) => ({ organisationId, month, acts: number })),
    ),
    lastSeen: rows.map(({ organisationId, at }) => ({ organisationId, at: at === null ? null : new Date(at) })),
  };
}

const heatStatement = prepared((db) =>
  db.query.projects
    .findFirst({
      columns: {},
      extras: { heat: heatOfProject },
      where: eq(projects.id, sql.placeholder("projectId")),
    })
    .prepare("heat"),
);

/**
 * Events per organisation and month of the last twelve months in Brussels time, and the time of each organisation's
 * newest event. Errors: project.not_found.
 */
export async function getHeat(ctx: MemberContext, input: { slug: string }) {
  const { projectId } = requireConsortiumMember(ctx.actor, input.slug);
  const row = await heatStatement(ctx.db).execute({ projectId, ...heatValues(ctx.now) });
  return readHeat(row?.heat ?? [], ctx.now);
}
