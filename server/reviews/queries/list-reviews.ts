import { and, asc, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
import {
  comments,
  organisations,
  outputs,
  participationPeople,
  participations,
  people,
  projects,
  reviews,
  submissions,
} from "@/db/schema";
import { isIsoDate } from "@/domain/dates";
import { DomainError } from "@/domain/errors";
import { decodeCursor, pageSize, toPage } from "@/domain/page";
import { shownSubmission } from "@/server/outputs/queries/asked-alone";
import { getOutput } from "@/server/outputs/queries/get-output";
import { stillIn } from "@/server/still-in";
import type { MemberContext } from "@/server/context";
import { personName } from "./person-name";

/** What was said on a submission, oldest first. */
export async function listComments(ctx: MemberContext, input: { submissionId: string; cursor?: string | undefined }) {
  const mine = ctx.actor.participations.map((place) => place.projectId);
  const [submission] = await ctx.db
    .select({ outputId: submissions.outputId })
    .from(submissions)
    .where(
      and(eq(submissions.id, input.submissionId), inArray(submissions.projectId, mine), shownSubmission(ctx.actor)),
    );
  if (!submission) throw new DomainError("submission.not_found");
  await getOutput(ctx, submission);
  const cursor = decodeCursor(input.cursor, ["moment", "uuid"]);
  const rows = await ctx.db
    .select({
      id: comments.id,
      body: comments.body,
      createdAt: comments.createdAt,
      person: personName,
      organisation: {
        id: organisations.id,
        shortName: organisations.shortName,
        country: organisations.country,
        hue: sql<number>`coalesce(${participations.hue}, 0)`,
      },
    })
    .from(comments)
    .innerJoin(people, eq(people.id, comments.personId))
    .innerJoin(organisations, eq(organisations.id, comments.organisationId))
    .leftJoin(
      participations,
      and(eq(participations.organisationId, organisations.id), eq(participations.projectId, comments.projectId)),
    )
    .where(
      and(
        eq(comments.submissionId, input.submissionId),
        cursor
          ? or(
              gt(comments.createdAt, new Date(Number(cursor[0]))),
              and(eq(comments.createdAt, new Date(Number(cursor[0]))), gt(comments.id, String(cursor[1]))),
            )
          : undefined,
      ),
    )
    .orderBy(asc(comments.createdAt), asc(comments.id))
    .limit(pageSize + 1);
  return toPage(rows, pageSize, (row) => [row.createdAt.getTime(), row.id]);
}

/**
 * People of other organisations who may be asked to review an output: partners and evaluators, at most 200. Nobody for
 * who may not ask: an evaluator does not see the consortium's people.
 */
export async function listPossibleReviewers(ctx: MemberContext, input: { outputId: string }) {
  const output = await getOutput(ctx, input);
  if (!output.can["output.submit"]) return [];
  return ctx.db
    .select({
      personId: people.id,
      name: people.name,
      organisation: {
        id: organisations.id,
        shortName: organisations.shortName,
        country: organisations.country,
        hue: participations.hue,
      },
      kind: participations.kind,
      open: sql<number>`(select count(*)::int from reviews r where r.reviewer_id = ${people.id} and r.project_id = ${output.projectId} and r.verdict is null)`,
    })
    .from(participationPeople)
    .innerJoin(participations, eq(participations.id, participationPeople.participationId))
    .innerJoin(organisations, eq(organisations.id, participations.organisationId))
    .innerJoin(people, eq(people.id, participationPeople.personId))
    .where(
      and(
        eq(participationPeople.projectId, output.projectId),
        isNull(participationPeople.endedAt),
        stillIn(participations.endedOn, ctx.now),
        sql`${participations.organisationId} <> ${output.leadOrganisationId}`,
      ),
    )
    .orderBy(asc(participations.hue), asc(people.name))
    .limit(200);
}

/** Reviews without a date come after all that have one. */
const undated = "9999-12-31";

/** Reviews that wait for the person, the ones due first. */
export async function listMyReviews(ctx: MemberContext, input: { cursor?: string | undefined }) {
  const mine = ctx.actor.participations.map((place) => place.projectId);
  const cursor = decodeCursor(input.cursor, ["text", "uuid"]);
  const after = cursor && isIsoDate(String(cursor[0])) ? cursor : null;
  const due = sql`coalesce(${reviews.dueOn}, ${undated}::date)`;
  const rows = await ctx.db
    .select({
      id: reviews.id,
      submissionId: submissions.id,
      submission: submissions.number,
      dueOn: reviews.dueOn,
      createdAt: reviews.createdAt,
      number: outputs.number,
      title: outputs.title,
      outputId: outputs.id,
      slug: projects.slug,
      acronym: projects.acronym,
      asker: personName,
    })
    .from(reviews)
    .innerJoin(submissions, and(eq(submissions.id, reviews.submissionId), eq(submissions.status, "open")))
    .innerJoin(outputs, eq(outputs.id, submissions.outputId))
    .innerJoin(projects, eq(projects.id, reviews.projectId))
    .innerJoin(people, eq(people.id, reviews.requestedBy))
    .where(
      and(
        eq(reviews.reviewerId, ctx.actor.personId),
        isNull(reviews.verdict),
        inArray(reviews.projectId, mine),
        after ? sql`(${due}, ${reviews.id}) > (${String(after[0])}::date, ${String(after[1])}::uuid)` : undefined,
      ),
    )
    .orderBy(asc(due), asc(reviews.id))
    .limit(pageSize + 1);
  return toPage(rows, pageSize, (row) => [row.dueOn ?? undated, row.id]);
}
