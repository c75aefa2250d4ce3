import { and, asc, desc, eq, gt, inArray, isNull, lt, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import {
  comments,
  fileVersions,
  organisations,
  outputFiles,
  outputs,
  participationPeople,
  participations,
  people,
  projects,
  reviews,
  submissions,
  submissionVersions,
} from "@/db/schema";
import { isIsoDate } from "@/domain/dates";
import { DomainError } from "@/domain/errors";
import { decodeCursor, pageSize, toPage } from "@/domain/page";
import { can } from "@/domain/policy";
import { tally } from "@/domain/reviews";
import { shownSubmission } from "@/server/outputs/queries/asked-alone";
import { getOutput } from "@/server/outputs/queries/get-output";
import { stillIn } from "@/server/still-in";
import type { MemberContext } from "@/server/context";

const personName = sql<string | null>`case when ${people.closedAt} is null then ${people.name} end`;

/** One submission: what was frozen, who was asked, what they said. Errors: submission.not_found. */
export async function getSubmission(ctx: MemberContext, input: { submissionId: string }) {
  const mine = ctx.actor.participations.map((place) => place.projectId);
  const [row] = await ctx.db
    .select()
    .from(submissions)
    .where(
      and(eq(submissions.id, input.submissionId), inArray(submissions.projectId, mine), shownSubmission(ctx.actor)),
    );
  if (!row) throw new DomainError("submission.not_found");
  const output = await getOutput(ctx, row);
  const decider = alias(people, "decider");
  const [head, versions, asked] = await Promise.all([
    ctx.db
      .select({
        submitter: personName,
        shortName: organisations.shortName,
        country: organisations.country,
        decider: sql<string | null>`case when ${decider.closedAt} is null then ${decider.name} end`,
      })
      .from(submissions)
      .innerJoin(people, eq(people.id, submissions.submittedBy))
      .innerJoin(organisations, eq(organisations.id, submissions.organisationId))
      .leftJoin(decider, eq(decider.id, submissions.decidedBy))
      .where(eq(submissions.id, row.id)),
    ctx.db
      .select({
        id: fileVersions.id,
        fileId: fileVersions.fileId,
        name: fileVersions.name,
        language: outputFiles.language,
        number: fileVersions.number,
        sha256: submissionVersions.sha256,
        sizeBytes: fileVersions.sizeBytes,
        mediaType: fileVersions.mediaType,
        url: fileVersions.url,
        withdrawnAt: fileVersions.withdrawnAt,
        withdrawReason: fileVersions.withdrawReason,
        newest: sql<number>`(select max(v.number)::int from file_versions v where v.file_id = ${fileVersions.fileId})`,
      })
      .from(submissionVersions)
      .innerJoin(fileVersions, eq(fileVersions.id, submissionVersions.versionId))
      .innerJoin(outputFiles, eq(outputFiles.id, fileVersions.fileId))
      .where(eq(submissionVersions.submissionId, row.id))
      .orderBy(asc(outputFiles.nameKey))
      .limit(100),
    ctx.db
      .select({
        id: reviews.id,
        reviewerId: reviews.reviewerId,
        reviewer: personName,
        organisation: {
          id: organisations.id,
          shortName: organisations.shortName,
          country: organisations.country,
          hue: sql<number>`coalesce(${participations.hue}, 0)`,
        },
        verdict: reviews.verdict,
        comment: reviews.comment,
        dueOn: reviews.dueOn,
        decidedAt: reviews.decidedAt,
        createdAt: reviews.createdAt,
      })
      .from(reviews)
      .innerJoin(people, eq(people.id, reviews.reviewerId))
      .innerJoin(organisations, eq(organisations.id, reviews.organisationId))
      .leftJoin(
        participations,
        and(eq(participations.organisationId, organisations.id), eq(participations.projectId, reviews.projectId)),
      )
      .where(eq(reviews.submissionId, row.id))
      .orderBy(asc(reviews.createdAt), asc(reviews.id))
      .limit(20),
  ]);
  const open = row.status === "open";
  return {
    id: row.id,
    number: row.number,
    note: row.note,
    status: row.status,
    createdAt: row.createdAt,
    decidedAt: row.decidedAt,
    decisionComment: row.decisionComment,
    submitter: head[0]?.submitter ?? null,
    submitterOrganisation: head[0] ? { shortName: head[0].shortName, country: head[0].country } : null,
    decider: head[0]?.decider ?? null,
    output,
    versions,
    reviews: asked.map((review) => ({
      ...review,
      can: {
        "review.give":
          open &&
          review.verdict === null &&
          can(ctx.actor, "review.give", { ...output, reviewerIds: [], reviewerId: review.reviewerId }),
      },
    })),
    tally: tally(asked),
    can: { "output.decide": open && output.can["output.decide"], "output.comment": output.can["output.comment"] },
  };
}

/** Submissions of an output, newest first. */
export async function listSubmissions(ctx: MemberContext, input: { outputId: string; cursor?: string | undefined }) {
  await getOutput(ctx, input);
  const shown = shownSubmission(ctx.actor);
  const cursor = decodeCursor(input.cursor, ["number"]);
  const rows = await ctx.db
    .select({
      id: submissions.id,
      number: submissions.number,
      status: submissions.status,
      createdAt: submissions.createdAt,
      approve: sql<number>`(select count(*)::int from reviews r where r.submission_id = submissions.id and r.verdict = 'approve')`,
      requestChanges: sql<number>`(select count(*)::int from reviews r where r.submission_id = submissions.id and r.verdict = 'request_changes')`,
      waiting: sql<number>`(select count(*)::int from reviews r where r.submission_id = submissions.id and r.verdict is null)`,
    })
    .from(submissions)
    .where(
      and(
        eq(submissions.outputId, input.outputId),
        shown,
        cursor ? lt(submissions.number, Number(cursor[0])) : undefined,
      ),
    )
    .orderBy(desc(submissions.number))
    .limit(pageSize + 1);
  return toPage(rows, pageSize, (row) => [row.number]);
}

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
