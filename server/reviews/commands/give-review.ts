import { and, eq } from "drizzle-orm";
import { reviews } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { requireComment } from "@/domain/reviews";
import type { GiveReview } from "@/domain/schemas/reviews";
import { record } from "@/server/events/record";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { lockSubmission } from "./lock-submission";

/**
 * Stores the recommendation of a reviewer, who may change it until the decision: each change is an event of its own. The
 * same review again changes nothing. Errors: review.not_found, review.comment_missing, submission.not_open.
 */
export async function giveReview(ctx: MemberContext, input: GiveReview): Promise<void> {
  requireComment(input.verdict, input.comment);
  await ctx.db.transaction(async (tx) => {
    const [review] = await tx
      .select()
      .from(reviews)
      .where(and(eq(reviews.id, input.reviewId), eq(reviews.reviewerId, ctx.actor.personId)))
      .for("update");
    if (!review) throw new DomainError("review.not_found");
    const { submission, output, where, named } = await lockSubmission(tx, ctx, review.submissionId);
    authorize(ctx.actor, "review.give", { ...output, reviewerId: review.reviewerId });
    if (submission.status !== "open") throw new DomainError("submission.not_open");
    if (review.verdict === input.verdict && review.comment === input.comment) return;
    await tx
      .update(reviews)
      .set({ verdict: input.verdict, comment: input.comment, decidedAt: ctx.now })
      .where(eq(reviews.id, review.id));
    const data = { ...named, reviewId: review.id, verdict: input.verdict };
    await record(tx, ctx, where, { type: "review.given", data });
  });
}
