import { and, asc, eq, inArray, not, notInArray, or, type SQL, sql } from "drizzle-orm";
import { fixedLimit, prepared } from "@/db/prepared";
import { organisations, outputs, participations, people, projects, submissions } from "@/db/schema";
import { contributingParticipations } from "@/domain/actor";
import { dayInBrussels, isIsoDate } from "@/domain/dates";
import { decodeCursor, pageSize, toPage } from "@/domain/page";
import type { Home } from "@/domain/schemas/people";
import { listNews } from "@/server/activity/queries";
import { listJoinRequests, listMyJoinRequests } from "@/server/organisations/queries";
import { outputColumns, withNextStep } from "@/server/outputs/queries/get-output";
import { listWaitingPractices } from "@/server/practices/queries/list-practices";
import { listMyReviews } from "@/server/reviews/queries/list-reviews";
import type { MemberContext } from "@/server/context";
import { inPairs, pairs } from "@/server/participation-pairs";

/** Pages opened within half an hour of each other belong to one visit. */
const visitGapMs = 30 * 60_000;

/** Pages opened before this time belong to an earlier visit than the one at `at`. */
const visitStart = (at: Date) => new Date(at.getTime() - visitGapMs).toISOString();

const seenBeforeAt = (border: SQL): SQL<Date | null> =>
  sql`case when ${people.seenAt} < ${border}::timestamptz then ${people.seenAt} else ${people.previousSeenAt} end`;

/** SQL value: the end of the visit before the one at `at`; null before the first. */
export const seenBefore = (at: Date): SQL<Date | null> => seenBeforeAt(sql`${visitStart(at)}`);

const newSinceStatement = prepared((db) =>
  db
    .select({
      since: sql`coalesce(${seenBeforeAt(sql`${sql.placeholder("border")}`)}, ${people.createdAt})`.mapWith(
        people.createdAt,
      ),
    })
    .from(people)
    .where(eq(people.id, sql.placeholder("personId")))
    .prepare("new_since"),
);

/** The time since when events are new to the person: the end of the previous visit, else their sign-up. */
export async function newSince(ctx: MemberContext): Promise<Date> {
  const values = { personId: ctx.actor.personId, border: visitStart(ctx.now) };
  const [row] = await newSinceStatement(ctx.db).execute(values);
  return row?.since ?? ctx.now;
}

const dueDate = sql<string>`coalesce(${outputs.dueOn}, '9999-12-31'::date)`;

/** How the person's organisation takes part in the outputs of a list. */
type Share = "leads" | "contributes";

const dueConditions: Record<Share | "next", SQL | undefined> = {
  leads: inPairs(sql`${outputs.projectId}`, sql`${outputs.leadOrganisationId}`),
  contributes: and(
    sql`(${outputs.projectId}, ${outputs.id}) in (select mine.project_id, c.output_id
      from unnest(${sql.placeholder("pairProjects")}::uuid[], ${sql.placeholder("pairOrganisations")}::uuid[])
        as mine (project_id, organisation_id)
      join output_contributors c on c.organisation_id = mine.organisation_id)`,
    not(inPairs(sql`${outputs.projectId}`, sql`${outputs.leadOrganisationId}`)),
  ),
  next: sql`(${dueDate}, ${outputs.id}) > (${sql.placeholder("due")}::date, ${sql.placeholder("id")}::uuid)`,
};

const dueStatement = prepared((db, shape: readonly (Share | "next")[]) =>
  db
    .select({ ...outputColumns(), acronym: projects.acronym, sortDue: sql<string>`${dueDate}::text` })
    .from(outputs)
    .innerJoin(projects, eq(projects.id, outputs.projectId))
    .innerJoin(organisations, eq(organisations.id, outputs.leadOrganisationId))
    .innerJoin(
      participations,
      and(eq(participations.organisationId, organisations.id), eq(participations.projectId, outputs.projectId)),
    )
    .where(
      and(
        ...shape.map((part) => dueConditions[part]),
        or(
          notInArray(outputs.status, ["approved", "published", "in_review"]),
          and(eq(outputs.changedSinceApproval, true), inArray(outputs.status, ["approved", "published"])),
        ),
      ),
    )
    .orderBy(asc(dueDate), asc(outputs.id))
    .limit(fixedLimit(pageSize + 1))
    .prepare("due_outputs"),
);

/**
 * Outputs that the person's organisations lead or contribute to and that are unfinished, or changed since their
 * approval: the soonest due first, undated ones last.
 */
async function listDue(ctx: MemberContext, share: Share, cursor: string | undefined) {
  const contributing = contributingParticipations(ctx.actor);
  if (contributing.length === 0) return { items: [], nextCursor: null };
  const values = pairs(contributing);
  const [due, id] = decodeCursor(cursor, ["text", "uuid"]) ?? [];
  const rows = isIsoDate(String(due))
    ? await dueStatement(ctx.db, share, "next").execute({ ...values, due, id })
    : await dueStatement(ctx.db, share).execute(values);
  const page = toPage(rows, pageSize, (row) => [row.sortDue, row.id]);
  const today = dayInBrussels(ctx.now);
  return { ...page, items: page.items.map((row) => withNextStep(row, today)) };
}

const decisionsStatement = prepared((db) =>
  db
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
    .where(
      and(
        sql`${submissions.projectId} = any(${sql.placeholder("coordinated")}::uuid[])`,
        eq(submissions.status, "open"),
      ),
    )
    .orderBy(asc(submissions.createdAt))
    .limit(fixedLimit(pageSize))
    .prepare("decisions"),
);

/** Open submissions of projects the person coordinates, oldest first; at most twenty-five. */
async function listDecisions(ctx: MemberContext) {
  const coordinated = ctx.actor.participations
    .filter((p) => p.kind === "coordinator" && p.role === "manager" && p.projectStatus !== "closed")
    .map((p) => p.projectId);
  if (coordinated.length === 0) return [];
  return decisionsStatement(ctx.db).execute({ coordinated: `{${coordinated.join(",")}}` });
}

/** What the start page shows besides the list of what is due: news since the last visit, own requests to join. */
export async function getNews(ctx: MemberContext) {
  const since = await newSince(ctx);
  const [news, myRequests] = await Promise.all([listNews(ctx, since), listMyJoinRequests(ctx)]);
  return { now: ctx.now, since, news, myRequests };
}

/**
 * The person's start page: due outputs that their organisations lead or contribute to, submissions and reviews that
 * wait for them, news since the last visit.
 */
export async function getHome(ctx: MemberContext, input: Home) {
  const since = await newSince(ctx);
  const [due, contributing, reviews, decisions, practices, requests, myRequests, news] = await Promise.all([
    listDue(ctx, "leads", input.cursor),
    listDue(ctx, "contributes", input.contributing),
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
    contributing,
    reviews,
    decisions,
    practices,
    requests,
    myRequests,
    news,
  };
}
