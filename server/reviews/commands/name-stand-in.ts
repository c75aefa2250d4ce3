import { and, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { findings, reviews } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { can } from "@/domain/policy";
import type { NameStandIn } from "@/domain/schemas/reviews";
import { record } from "@/server/events/record";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { reviewersOf } from "../queries/reviewers";
import { lockSubmission } from "./lock-submission";

async function lockAsked(tx: Db, ctx: MemberContext, reviewId: string) {
  const [found] = await tx.select({ submissionId: reviews.submissionId }).from(reviews).where(eq(reviews.id, reviewId));
  if (!found) throw new DomainError("review.not_found");
  const locked = await lockSubmission(tx, ctx, found.submissionId, "review.not_found");
  const [review] = await tx.select().from(reviews).where(eq(reviews.id, reviewId)).for("update");
  if (!review) throw new DomainError("review.not_found");
  return { ...locked, review };
}

/**
 * Gives a review that is not given yet to another person: the reviewer to a colleague of the same organisation, with the
 * draft findings; whoever may ask for the review to anyone who may be asked. Errors: review.not_found, forbidden,
 * submission.not_open, review.given, review.already_asked, review.reviewer_unknown, review.own_organisation.
 */
export async function nameStandIn(ctx: MemberContext, { reviewId, personId }: NameStandIn): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { review, submission, output, where, named } = await lockAsked(tx, ctx, reviewId);
    const own = can(ctx.actor, "review.give", { ...output, reviewerId: review.reviewerId });
    if (!own) authorize(ctx.actor, "output.submit", output);
    if (submission.status !== "open") throw new DomainError("submission.not_open");
    if (review.verdict !== null) throw new DomainError("review.given");
    const [standIn] = await reviewersOf(tx, ctx.now, output, [personId]);
    if (!standIn) throw new DomainError("review.reviewer_unknown", { field: "personId" });
    const colleague = standIn.organisationId === review.organisationId;
    if (!colleague) authorize(ctx.actor, "output.submit", output);
    const [asked] = await tx
      .select({ id: reviews.id })
      .from(reviews)
      .where(and(eq(reviews.submissionId, submission.id), eq(reviews.reviewerId, personId)));
    if (asked) throw new DomainError("review.already_asked", { field: "personId" });
    await tx
      .update(reviews)
      .set({
        reviewerId: personId,
        organisationId: standIn.organisationId,
        requestedBy: ctx.actor.personId,
        answerBy: null,
      })
      .where(eq(reviews.id, review.id));
    // Drafts are their author's: only the author gives them away.
    if (own) {
      await tx
        .update(findings)
        .set({ personId })
        .where(
          and(
            eq(findings.reviewId, review.id),
            eq(findings.personId, ctx.actor.personId),
            eq(findings.status, "draft"),
          ),
        );
    }
    const data = { ...named, reviewId: review.id, personId };
    await record(tx, ctx, where, { type: "review.stand_in_named", data });
  });
}
