import { and, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { findings, reviews, reviewScores } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { requireComment } from "@/domain/reviews";
import { requireCriteria } from "@/domain/rubrics";
import type { GiveReview } from "@/domain/schemas/reviews";
import { record } from "@/server/events/record";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { lockReview } from "./lock-submission";

type Scores = GiveReview["scores"];

// Sorted here and not in SQL, whose order depends on the collation of the database.
const byCriterion = (a: { criterion: string }, b: { criterion: string }) => (a.criterion < b.criterion ? -1 : 1);

/** Stores the scores of a review in place of earlier ones; false when they are the same. */
async function replaceScores(tx: Db, reviewId: string, scores: Scores): Promise<boolean> {
  const before = await tx
    .select({ criterion: reviewScores.criterion, score: reviewScores.score, comment: reviewScores.comment })
    .from(reviewScores)
    .where(eq(reviewScores.reviewId, reviewId));
  const after = scores.map(({ criterion, score, comment }) => ({ criterion, score, comment })).sort(byCriterion);
  before.sort(byCriterion);
  if (JSON.stringify(before) === JSON.stringify(after)) return false;
  await tx.delete(reviewScores).where(eq(reviewScores.reviewId, reviewId));
  if (after.length > 0) await tx.insert(reviewScores).values(after.map((score) => ({ reviewId, ...score })));
  return true;
}

/**
 * Stores the recommendation of a reviewer with its scores, and opens the reviewer's draft findings. It may be changed
 * until the decision: each change is an event of its own. The same review again changes nothing. Errors:
 * review.not_found, review.comment_missing, review.criterion_unknown, submission.not_open.
 */
export async function giveReview(ctx: MemberContext, input: GiveReview): Promise<void> {
  requireComment(input.verdict, input.comment);
  await ctx.db.transaction(async (tx) => {
    const { review, submission, output, where, named } = await lockReview(tx, ctx, input.reviewId);
    authorize(ctx.actor, "review.give", { ...output, reviewerId: review.reviewerId });
    if (submission.status !== "open") throw new DomainError("submission.not_open");
    requireCriteria(submission.rubric, input.scores);
    const scored = await replaceScores(tx, review.id, input.scores);
    const opened = await tx
      .update(findings)
      .set({ status: "open" })
      .where(
        and(eq(findings.reviewId, review.id), eq(findings.personId, ctx.actor.personId), eq(findings.status, "draft")),
      )
      .returning({ id: findings.id });
    const same = review.verdict === input.verdict && review.comment === input.comment;
    if (same && !scored && opened.length === 0) return;
    await tx
      .update(reviews)
      .set({ verdict: input.verdict, comment: input.comment, decidedAt: ctx.now })
      .where(eq(reviews.id, review.id));
    const data = { ...named, reviewId: review.id, verdict: input.verdict };
    await record(tx, ctx, where, { type: "review.given", data });
  });
}
