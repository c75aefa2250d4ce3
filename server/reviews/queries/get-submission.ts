import { and, asc, eq, getTableColumns, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { fixedLimit, prepared } from "@/db/prepared";
import {
  fileVersions,
  organisations,
  outputFiles,
  participations,
  people,
  reviews,
  submissions,
  submissionVersions,
} from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { can } from "@/domain/policy";
import { tally } from "@/domain/reviews";
import { isMine, preparedScope, scopeOf, shownSubmission } from "@/server/outputs/queries/evaluator-scope";
import { getOutput, type Output } from "@/server/outputs/queries/get-output";
import type { MemberContext } from "@/server/context";
import { personName } from "./person-name";

const decider = alias(people, "decider");

const submissionStatement = prepared((db) =>
  db
    .select({
      ...getTableColumns(submissions),
      submitter: personName,
      submitterOrganisation: { shortName: organisations.shortName, country: organisations.country },
      decider: sql<string | null>`case when ${decider.closedAt} is null then ${decider.name} end`,
    })
    .from(submissions)
    .innerJoin(people, eq(people.id, submissions.submittedBy))
    .innerJoin(organisations, eq(organisations.id, submissions.organisationId))
    .leftJoin(decider, eq(decider.id, submissions.decidedBy))
    .where(
      and(
        eq(submissions.id, sql.placeholder("submissionId")),
        isMine(sql`${submissions.projectId}`, preparedScope),
        shownSubmission(preparedScope),
      ),
    )
    .prepare("submission"),
);

const frozenStatement = prepared((db) =>
  db
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
    .where(eq(submissionVersions.submissionId, sql.placeholder("submissionId")))
    .orderBy(asc(outputFiles.nameKey))
    .limit(fixedLimit(100))
    .prepare("frozen"),
);

const reviewsStatement = prepared((db) =>
  db
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
    .where(eq(reviews.submissionId, sql.placeholder("submissionId")))
    .orderBy(asc(reviews.createdAt), asc(reviews.id))
    .limit(fixedLimit(20))
    .prepare("reviews"),
);

/**
 * The reviews of a submission of this output, in the order in which they were requested, with the actions the person
 * may perform.
 */
export async function reviewsOf(ctx: MemberContext, output: Output, submission: { id: string; open: boolean }) {
  const rows = await reviewsStatement(ctx.db).execute({ submissionId: submission.id });
  return rows.map((review) => ({
    ...review,
    can: {
      "review.give":
        submission.open && can(ctx.actor, "review.give", { ...output, reviewerIds: [], reviewerId: review.reviewerId }),
    },
  }));
}

/** One submission: versions, reviewers, recommendations and decision. Errors: submission.not_found. */
export async function getSubmission(ctx: MemberContext, { submissionId }: { submissionId: string }) {
  const [row] = await submissionStatement(ctx.db).execute({ ...scopeOf(ctx.actor), submissionId });
  if (!row) throw new DomainError("submission.not_found");
  const open = row.status === "open";
  const output = await getOutput(ctx, row);
  const [versions, reviewRows] = await Promise.all([
    frozenStatement(ctx.db).execute({ submissionId }),
    reviewsOf(ctx, output, { id: row.id, open }),
  ]);
  return {
    id: row.id,
    number: row.number,
    note: row.note,
    status: row.status,
    createdAt: row.createdAt,
    decidedAt: row.decidedAt,
    decisionComment: row.decisionComment,
    submitter: row.submitter,
    submitterOrganisation: row.submitterOrganisation,
    decider: row.decider,
    output,
    versions,
    reviews: reviewRows,
    tally: tally(reviewRows),
    can: { "output.decide": open && output.can["output.decide"], "output.comment": output.can["output.comment"] },
  };
}
