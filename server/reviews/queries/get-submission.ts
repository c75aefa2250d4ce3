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
import { type SubmissionStatus, submissionTransitions, tally } from "@/domain/reviews";
import type { SubmissionInput } from "@/domain/schemas/reviews";
import { isMine, preparedScope, scopeOf, shownSubmission } from "@/server/outputs/queries/evaluator-scope";
import { getOutput, type Output } from "@/server/outputs/queries/get-output";
import type { MemberContext } from "@/server/context";
import { rulesMissing } from "./approval-rules";
import { findingsOf } from "./list-findings";
import { personName } from "./person-name";

const decider = alias(people, "decider");

type ReopenedRow = {
  id: string;
  status: SubmissionStatus;
  comment: string;
  /** Milliseconds. */
  decidedAt: number;
  decider: string | null;
  reopenedAt: number;
  reopener: string | null;
  reason: string;
};
/** The newest earlier submission with a decision. */
type DecidedBefore = { id: string; number: number; status: SubmissionStatus; comment: string };
type Score = { criterion: string; score: number | null; comment: string };

const submissionStatement = prepared((db) =>
  db
    .select({
      ...getTableColumns(submissions),
      submitter: personName,
      submitterOrganisation: { shortName: organisations.shortName, country: organisations.country },
      decider: sql<string | null>`case when ${decider.closedAt} is null then ${decider.name} end`,
      newest: sql<boolean>`not exists (select from submissions newer
        where newer.output_id = ${submissions.outputId} and newer.number > ${submissions.number})`,
      decidedBefore: sql<DecidedBefore | null>`(select json_build_object('id', b.id, 'number', b.number,
          'status', b.status, 'comment', b.decision_comment)
        from submissions b where b.output_id = ${submissions.outputId} and b.number < ${submissions.number}
          and b.status in ('approved', 'changes_requested', 'rejected')
          and ${shownSubmission(preparedScope, "b")} order by b.number desc limit 1)`,
      reopened: sql<ReopenedRow[]>`(select coalesce(json_agg(json_build_object('id', d.id, 'status', d.status,
          'comment', d.comment, 'decidedAt', (extract(epoch from d.decided_at) * 1000)::float8,
          'decider', case when de.closed_at is null then de.name end,
          'reopenedAt', (extract(epoch from d.reopened_at) * 1000)::float8,
          'reopener', case when re.closed_at is null then re.name end, 'reason', d.reason) order by d.reopened_at), '[]')
        from reopened_decisions d join people de on de.id = d.decided_by join people re on re.id = d.reopened_by
        where d.submission_id = ${submissions.id})`,
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
      answerBy: reviews.answerBy,
      decidedAt: reviews.decidedAt,
      createdAt: reviews.createdAt,
      scores: sql<Score[]>`(select coalesce(json_agg(json_build_object('criterion', c.criterion, 'score', c.score,
          'comment', c.comment) order by c.criterion), '[]') from review_scores c where c.review_id = ${reviews.id})`,
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

/**
 * One submission: versions, reviews with scores, the first findings of it and of earlier submissions, decisions, and the
 * rules that an approval does not meet yet. Errors: submission.not_found.
 */
export async function getSubmission(ctx: MemberContext, { submissionId, ...cursors }: SubmissionInput) {
  const [row] = await submissionStatement(ctx.db).execute({ ...scopeOf(ctx.actor), submissionId });
  if (!row) throw new DomainError("submission.not_found");
  const open = row.status === "open";
  const output = await getOutput(ctx, row);
  const mayDecide = open && output.can["output.decide"];
  const submission = { id: row.id, number: row.number, open };
  const [versions, reviewRows, findings, earlier, missing] = await Promise.all([
    frozenStatement(ctx.db).execute({ submissionId }),
    reviewsOf(ctx, output, submission),
    findingsOf(ctx, output, submission, { of: "submission", cursor: cursors.findings }),
    findingsOf(ctx, output, submission, { of: "earlier", cursor: cursors.earlier }),
    open ? rulesMissing(ctx.db, output, submissionId) : [],
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
    rubric: row.rubric,
    decidedBefore: row.decidedBefore,
    reopened: row.reopened.map(({ decidedAt, reopenedAt, ...decision }) => ({
      ...decision,
      decidedAt: new Date(decidedAt),
      reopenedAt: new Date(reopenedAt),
    })),
    output,
    versions,
    reviews: reviewRows,
    findings,
    earlier,
    missing,
    tally: tally(reviewRows),
    can: {
      "output.decide": mayDecide,
      "output.comment": output.can["output.comment"],
      withdraw: open && output.can["output.submit"],
      reopen: row.newest && "reopen" in submissionTransitions[row.status] && output.can["output.decide"],
      nameStandIn: open && output.can["output.submit"],
    },
  };
}
