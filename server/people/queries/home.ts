import { and, asc, eq, gt, inArray, notInArray, or, type SQL, sql } from "drizzle-orm";
import { organisations, outputs, participations, people, projects, submissions } from "@/db/schema";
import { dayInBrussels, isIsoDate } from "@/domain/dates";
import { decodeCursor, pageSize, toPage } from "@/domain/page";
import { listNews } from "@/server/activity/queries";
import { listJoinRequests, listMyJoinRequests } from "@/server/organisations/queries";
import { outputColumns, withNextStep } from "@/server/outputs/queries/get-output";
import { listWaitingPractices } from "@/server/practices/queries";
import { listMyReviews } from "@/server/reviews/queries/list-reviews";
import type { MemberContext } from "@/server/context";

/** Pages opened within half an hour of each other belong to one visit. */
const visitGapMs = 30 * 60_000;

/** SQL value: the end of the visit before the one at `at`; null before the first. */
export function seenBefore(at: Date): SQL<Date | null> {
  const border = new Date(at.getTime() - visitGapMs).toISOString();
  return sql<Date | null>`case when ${people.seenAt} < ${border}::timestamptz then ${people.seenAt} else ${people.previousSeenAt} end`;
}

/** The time since when events are new to the person: the end of the previous visit, else their sign-up. */
async function newSince(ctx: MemberContext): Promise<Date> {
  const [row] = await ctx.db
    .select({ since: sql`coalesce(${seenBefore(ctx.now)}, ${people.createdAt})`.mapWith(people.createdAt) })
    .from(people)
    .where(eq(people.id, ctx.actor.personId));
  return row?.since ?? ctx.now;
}

/** Outputs that the person's organisations have to finish, by due date, those without one last. */
export async function listDueFromUs(ctx: MemberContext, input: { cursor?: string | undefined }) {
  const places = ctx.actor.participations.filter(
    (place) => place.kind !== "evaluator" && place.role !== "viewer" && place.projectStatus !== "closed",
  );
  const ours = places.map((place) => sql`(${place.projectId}::uuid, ${place.organisationId}::uuid)`);
  if (ours.length === 0) return { items: [], nextCursor: null };
  const cursor = decodeCursor(input.cursor, ["text", "uuid"]);
  const far = "9999-12-31";
  const due = sql<string>`coalesce(${outputs.dueOn}, ${far}::date)`;
  const from = cursor && isIsoDate(String(cursor[0])) ? cursor : null;
  const rows = await ctx.db
    .select({ ...outputColumns(), acronym: projects.acronym, sortDue: sql<string>`${due}::text` })
    .from(outputs)
    .innerJoin(projects, eq(projects.id, outputs.projectId))
    .innerJoin(organisations, eq(organisations.id, outputs.leadOrganisationId))
    .innerJoin(
      participations,
      and(eq(participations.organisationId, organisations.id), eq(participations.projectId, outputs.projectId)),
    )
    .where(
      and(
        sql`(${outputs.projectId}, ${outputs.leadOrganisationId}) in (${sql.join(ours, sql`, `)})`,
        notInArray(outputs.status, ["approved", "published", "in_review"]),
        from
          ? or(
              sql`${due} > ${String(from[0])}::date`,
              and(sql`${due} = ${String(from[0])}::date`, gt(outputs.id, String(from[1]))),
            )
          : undefined,
      ),
    )
    .orderBy(asc(due), asc(outputs.id))
    .limit(pageSize + 1);
  const page = toPage(rows, pageSize, (row) => [row.sortDue, row.id]);
  const today = dayInBrussels(ctx.now);
  return { ...page, items: page.items.map((row) => withNextStep(row, today)) };
}

/** Open submissions of projects the person coordinates, oldest first; at most twenty-five. */
async function listDecisions(ctx: MemberContext) {
  const coordinated = ctx.actor.participations
    .filter((p) => p.kind === "coordinator" && p.role === "manager" && p.projectStatus !== "closed")
    .map((p) => p.projectId);
  return ctx.db
    .select({
      submissionId: submissions.id,
      submission: submissions.number,
      createdAt: submissions.createdAt,
      number: outputs.number,
      title: outputs.title,
      slug: projects.slug,
      acronym: projects.acronym,
      outputId: outputs.id,
      waiting: sql<number>`(select count(*)::int from reviews r where r.submission_id = ${submissions.id} and r.verdict is null)`,
    })
    .from(submissions)
    .innerJoin(outputs, eq(outputs.id, submissions.outputId))
    .innerJoin(projects, eq(projects.id, submissions.projectId))
    .where(and(inArray(submissions.projectId, coordinated), eq(submissions.status, "open")))
    .orderBy(asc(submissions.createdAt))
    .limit(25);
}

/** The person's start page: due outputs, submissions and reviews that wait for them, news since the last visit. */
export async function getHome(ctx: MemberContext, input: { cursor?: string | undefined }) {
  const since = await newSince(ctx);
  const [due, reviews, decisions, practices, requests, myRequests, news] = await Promise.all([
    listDueFromUs(ctx, input),
    listMyReviews(ctx, {}),
    listDecisions(ctx),
    listWaitingPractices(ctx),
    listJoinRequests(ctx),
    listMyJoinRequests(ctx),
    listNews(ctx, since),
  ]);
  return {
    today: dayInBrussels(ctx.now),
    now: ctx.now,
    since,
    due,
    reviews,
    decisions,
    practices,
    requests,
    myRequests,
    news,
  };
}
