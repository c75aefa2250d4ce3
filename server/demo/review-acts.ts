import { sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { FindingWeight } from "@/domain/findings";
import type { OutputType } from "@/domain/programme/vocabulary";
import type { Decision, Verdict } from "@/domain/reviews";
import { defaultRubric } from "@/domain/rubrics";
import { answerFinding, closeFinding } from "@/server/reviews/commands/answer-finding";
import { decideSubmission } from "@/server/reviews/commands/decide-submission";
import { addFinding } from "@/server/reviews/commands/edit-findings";
import { giveReview } from "@/server/reviews/commands/give-review";
import { submitForReview } from "@/server/reviews/commands/submit";
import type { Stage } from "./stage";

type SubmissionStep = {
  by: string;
  daysAgo: number;
  output: string;
  versions: string[];
  reviewers: string[];
  note: string;
};

/** Asks for a review that is needed two weeks later; returns the id of the submission. */
export async function submit(stage: Stage, step: SubmissionStep): Promise<string> {
  const { submissionId } = await submitForReview(await stage.as(step.by, step.daysAgo), {
    id: uuid(),
    outputId: stage.id(step.output),
    versionIds: step.versions,
    reviewerIds: step.reviewers.map((key) => stage.id(key)),
    note: step.note,
    dueOn: stage
      .at(step.daysAgo - 14)
      .toISOString()
      .slice(0, 10),
  });
  return submissionId;
}

async function reviewOf(stage: Stage, by: string, submissionId: string): Promise<string> {
  const [row] = await stage.tx.execute<{ id: string }>(
    sql`select id from reviews where submission_id = ${submissionId} and reviewer_id = ${stage.id(by)}`,
  );
  if (!row) throw new Error(`${by} was not asked to review.`);
  return row.id;
}

/** Scores for the first criteria of a kind of output, in their order; null is "not applicable". */
export const scoresOf = (type: OutputType, ...scores: (number | null)[]) =>
  defaultRubric(type)
    .slice(0, scores.length)
    .map(({ key }, index) => ({ criterion: key, score: scores[index] ?? null, comment: "" }));

/** Gives a review. */
export async function review(
  stage: Stage,
  by: string,
  daysAgo: number,
  submissionId: string,
  verdict: Verdict,
  comment: string,
  scores: ReturnType<typeof scoresOf> = [],
): Promise<void> {
  const reviewId = await reviewOf(stage, by, submissionId);
  await giveReview(await stage.as(by, daysAgo), { reviewId, verdict, comment, scores });
}

type FindingStep = { versionId: string; weight: FindingWeight; text: string; page?: number; quote?: string };

/** Adds a finding to a review that is not given yet; returns its id. */
export async function find(
  stage: Stage,
  by: string,
  daysAgo: number,
  submissionId: string,
  { page, quote = "", ...step }: FindingStep,
): Promise<string> {
  const reviewId = await reviewOf(stage, by, submissionId);
  const input = { id: uuid(), reviewId, page: page ?? null, quote, seconds: null, ...step };
  return (await addFinding(await stage.as(by, daysAgo), input)).id;
}

/** The lead says in which version a finding is fixed. */
export async function fix(
  stage: Stage,
  by: string,
  daysAgo: number,
  findingId: string,
  versionId: string,
  text: string,
): Promise<void> {
  const input = { id: uuid(), findingId, resolution: "fixed" as const, versionId, text };
  await answerFinding(await stage.as(by, daysAgo), input);
}

/** The reviewer closes a finding. */
export async function close(stage: Stage, by: string, daysAgo: number, findingId: string, text: string): Promise<void> {
  await closeFinding(await stage.as(by, daysAgo), { findingId, text });
}

/** The coordinator decides. */
export async function decide(
  stage: Stage,
  daysAgo: number,
  submissionId: string,
  verdict: Decision,
  comment: string,
): Promise<void> {
  await decideSubmission(await stage.as("ana", daysAgo), { submissionId, verdict, comment });
}
