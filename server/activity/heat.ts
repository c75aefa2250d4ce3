import { eq, sql } from "drizzle-orm";
import { prepared } from "@/db/prepared";
import { projects } from "@/db/schema";
import { requireConsortiumMember } from "@/domain/actor";
import { addMonths, dayInBrussels } from "@/domain/dates";
import type { MemberContext } from "@/server/context";

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
const from = sql`${sql.placeholder("heatFrom")}::timestamp`;
const bounds = sql`(select array_agg((${from} + make_interval(months => n)) at time zone 'Europe/Brussels' order by n)
  from generate_series(0, ${sql.raw(String(months - 1))}) n)`;

/**
 * SQL column of a project: for each organisation its number of events by index of the month, and the time of its newest
 * event.
 */
export const heatOfProject = sql<HeatRow[]>`(
  with acts as materialized (
    select organisation_id, width_bucket(at, ${bounds}) as bucket, count(*)::int as acts
    from activity where project_id = ${project} and at >= (${from} at time zone 'Europe/Brussels')
    group by 1, 2)
  select coalesce(json_agg(json_build_object('organisationId', p.organisation_id,
    'at', (select a.at from activity a where a.project_id = p.project_id and a.organisation_id = p.organisation_id
      order by a.at desc, a.id desc limit 1),
    'acts', (select json_object_agg(bucket, acts) from acts where acts.organisation_id = p.organisation_id))), '[]')
  from participations p where p.project_id = ${project})`.as("heat");

/** Replaces the index of each month by its name (YYYY-MM). */
export function readHeat(rows: readonly HeatRow[], now: Date) {
  const names = monthsUntil(now);
  return {
    months: names,
    acts: rows.flatMap(({ organisationId, acts }) =>
      Object.entries(acts ?? {}).map(([bucket, number]) => ({
        organisationId,
        month: names[Number(bucket) - 1] ?? "",
        acts: number,
      })),
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
