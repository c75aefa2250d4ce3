import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "@/db/client";
import { reviews, submissions } from "@/db/schema";
import { DomainError, type ErrorCode } from "@/domain/errors";
import type { MemberContext } from "@/server/context";
import { lockOutput } from "@/server/outputs/commands/lock-output";
import { shownSubmission } from "@/server/outputs/queries/evaluator-scope";

/**
 * The submission with its locked output, within what the actor may read. Errors: `notFound`, by default
 * submission.not_found.
 */
export async function lockSubmission(
  tx: Db,
  ctx: MemberContext,
  submissionId: string,
  notFound: ErrorCode = "submission.not_found",
) {
  const [found] = await tx
    .select({ outputId: submissions.outputId })
    .from(submissions)
    .where(
      and(
        eq(submissions.id, submissionId),
        inArray(
          submissions.projectId,
          ctx.actor.participations.map((participation) => participation.projectId),
        ),
        shownSubmission(ctx.actor),
      ),
    );
  if (!found) throw new DomainError(notFound);
  const output = await lockOutput(tx, ctx.actor, found.outputId);
  const [submission] = await tx.select().from(submissions).where(eq(submissions.id, submissionId));
  if (!submission) throw new DomainError(notFound);
  const where = { projectId: output.projectId, outputId: output.id };
  const named = {
    number: output.number,
    title: output.title,
    submissionId: submission.id,
    submission: submission.number,
  };
  return { submission, output, where, named };
}

/**
 * A review that was asked of the actor, with its submission and its locked output. Errors: review.not_found,
 * submission.not_found.
 */
export async function lockReview(tx: Db, ctx: MemberContext, reviewId: string) {
  const mine = and(eq(reviews.id, reviewId), eq(reviews.reviewerId, ctx.actor.personId));
  const [found] = await tx.select({ submissionId: reviews.submissionId }).from(reviews).where(mine);
  if (!found) throw new DomainError("review.not_found");
  const locked = await lockSubmission(tx, ctx, found.submissionId);
  // Read again: a stand-in may have been named before the lock.
  const [review] = await tx.select().from(reviews).where(mine).for("update");
  if (!review) throw new DomainError("review.not_found");
  return { ...locked, review };
}
