import { and, desc, eq, gte, inArray, lt, sql, type SQL } from "drizzle-orm";
import { activity, organisations, participations, people, projects } from "@/db/schema";
import { placeIn, projectsInside, requireInside } from "@/domain/actor";
import { addMonths, dayInBrussels } from "@/domain/dates";
import { type ActivityEvent, eventKinds } from "@/domain/events";
import { decodeCursor, pageSize, toPage } from "@/domain/page";
import type { FeedInput } from "@/domain/schemas/activity";
import { getOutput } from "@/server/outputs/queries/get-output";
import type { MemberCtx } from "@/server/trpc/init";

function feedColumns() {
  return {
    id: activity.id,
    at: activity.at,
    type: activity.type,
    data: activity.data,
    outputId: activity.outputId,
    slug: projects.slug,
    person: sql<string | null>`case when ${people.closedAt} is null then ${people.name} end`,
    personId: activity.personId,
    organisation: {
      id: organisations.id,
      shortName: organisations.shortName,
      country: organisations.country,
      hue: sql<number>`coalesce(${participations.hue}, 0)`,
    },
  };
}

/** One line of a feed. `person` is null for a former member, and for what the clock did. */
export type FeedEntry = {
  id: string;
  at: Date;
  event: ActivityEvent;
  slug: string | null;
  outputId: string | null;
  person: string | null;
  personId: string | null;
  organisation: { id: string; shortName: string; country: string; hue: number } | null;
};

async function feed(ctx: MemberCtx, where: (SQL | undefined)[], cursorText: string | undefined, limit = pageSize) {
  const cursor = decodeCursor(cursorText, ["text"]);
  const before = cursor && /^\d{1,18}$/.test(String(cursor[0])) ? BigInt(String(cursor[0])) : null;
  const rows = await ctx.db
    .select(feedColumns())
    .from(activity)
    .leftJoin(people, eq(people.id, activity.personId))
    .leftJoin(projects, eq(projects.id, activity.projectId))
    .leftJoin(organisations, eq(organisations.id, activity.organisationId))
    .leftJoin(
      participations,
      and(eq(participations.organisationId, activity.organisationId), eq(participations.projectId, activity.projectId)),
    )
    .where(and(...where, before ? lt(activity.id, before) : undefined))
    .orderBy(desc(activity.id))
    .limit(limit + 1);
  const page = toPage(rows, limit, (row) => [row.id.toString()]);
  return {
    ...page,
    items: page.items.map(({ id, type, data, ...row }): FeedEntry => ({
      ...row,
      id: id.toString(),
      event: { type, data } as ActivityEvent,
    })),
  };
}

function monthBounds(month: string): [SQL, SQL] {
  const first = `${month}-01`;
  const at = (day: string) => sql`(${day}::timestamp at time zone 'Europe/Brussels')`;
  return [gte(activity.at, at(first)), lt(activity.at, at(addMonths(first, 1)))];
}

/** What happened in a project, newest first, filtered by organisation, person, kind and month. Errors: project.not_found. */
export async function listActivity(ctx: MemberCtx, input: FeedInput) {
  const { projectId } = requireInside(ctx.actor, input.slug);
  return feed(
    ctx,
    [
      eq(activity.projectId, projectId),
      input.organisationId ? eq(activity.organisationId, input.organisationId) : undefined,
      input.personId ? eq(activity.personId, input.personId) : undefined,
      input.kind ? inArray(activity.type, [...eventKinds[input.kind]]) : undefined,
      ...(input.month ? monthBounds(input.month) : []),
    ],
    input.cursor,
  );
}

/** What happened to one output, newest first. Errors: output.not_found. */
export async function listOutputActivity(ctx: MemberCtx, input: { outputId: string; cursor?: string | undefined }) {
  const output = await getOutput(ctx, input);
  if (placeIn(ctx.actor, output.projectId)?.kind === "evaluator") return { items: [], nextCursor: null };
  return feed(ctx, [eq(activity.outputId, input.outputId)], input.cursor);
}

/** What others did in the person's projects since a moment, newest first; a short list for the home page. */
export async function listNews(ctx: MemberCtx, since: Date) {
  const inside = projectsInside(ctx.actor);
  if (inside.length === 0) return { items: [], nextCursor: null };
  return feed(
    ctx,
    [
      inArray(activity.projectId, inside),
      gte(activity.at, since),
      sql`${activity.personId} is distinct from ${ctx.actor.personId}`,
    ],
    undefined,
    15,
  );
}

/** Acts per organisation and month of the last twelve months, in Brussels, with when each was last seen. */
export async function getHeat(ctx: MemberCtx, input: { slug: string }) {
  const { projectId } = requireInside(ctx.actor, input.slug);
  const thisMonth = `${dayInBrussels(ctx.now).slice(0, 7)}-01`;
  const firstMonth = addMonths(thisMonth, -11);
  const months = Array.from({ length: 12 }, (_, i) => addMonths(firstMonth, i).slice(0, 7));
  const bounds = months.map((month) => `'${month}-01'::timestamp at time zone 'Europe/Brussels'`).join(", ");
  const rows = await ctx.db.execute<{
    organisationId: string;
    at: string | null;
    acts: Record<string, number> | null;
  }>(sql`
    with acts as materialized (
      select organisation_id, width_bucket(at, array[${sql.raw(bounds)}]) as bucket, count(*)::int as acts
      from activity where project_id = ${projectId} and at >= (${firstMonth}::timestamp at time zone 'Europe/Brussels')
      group by 1, 2)
    select p.organisation_id as "organisationId",
      (select a.at from activity a where a.project_id = p.project_id and a.organisation_id = p.organisation_id
        order by a.id desc limit 1) as at,
      (select json_object_agg(bucket, acts) from acts where acts.organisation_id = p.organisation_id) as acts
    from participations p where p.project_id = ${projectId} limit 60`);
  return {
    months,
    acts: [...rows].flatMap(({ organisationId, acts }) =>
      Object.entries(acts ?? {}).map(([bucket, number]) => ({
        organisationId,
        month: months[Number(bucket) - 1] ?? "",
        acts: number,
      })),
    ),
    lastSeen: [...rows].map(({ organisationId, at }) => ({ organisationId, at: at ? new Date(at) : null })),
  };
}
