import { eq } from "drizzle-orm";
import { reviews } from "@/db/schema";
import { dayInBrussels } from "@/domain/dates";
import { DomainError } from "@/domain/errors";
import { requireAnswerBy } from "@/domain/reviews";
import type { Acknowledge } from "@/domain/schemas/reviews";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { record } from "@/server/events/record";
import { lockReview } from "./lock-submission";

/**
 * Tells those who asked for a review that it was received, and by which day the reviewer answers; reminders use that day
 * from then on. It may be changed until the review is given; the same day again changes nothing. Errors:
 * review.not_found, review.answer_by_outside, review.given, submission.not_open.
 */
export async function acknowledgeReview(ctx: MemberContext, { reviewId, answerBy }: Acknowledge): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { review, submission, output, where, named } = await lockReview(tx, ctx, reviewId);
    authorize(ctx.actor, "review.give", { ...output, reviewerId: review.reviewerId });
    requireAnswerBy(answerBy, dayInBrussels(ctx.now));
    if (submission.status !== "open") throw new DomainError("submission.not_open");
    if (review.verdict !== null) throw new DomainError("review.given");
    if (review.answerBy === answerBy) return;
    await tx.update(reviews).set({ answerBy }).where(eq(reviews.id, review.id));
    const data = { ...named, reviewId: review.id, dueOn: answerBy };
    await record(tx, ctx, where, { type: "review.acknowledged", data });
  });
}
