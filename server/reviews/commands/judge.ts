import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "@/db/client";
import { comments, outputs, reviews, submissions } from "@/db/schema";
import { placeIn } from "@/domain/actor";
import { DomainError } from "@/domain/errors";
import { decideMove } from "@/domain/outputs";
import { requireComment } from "@/domain/reviews";
import type { AddComment, Decide, GiveReview } from "@/domain/schemas/reviews";
import { record } from "@/server/activity/record";
import { authorize } from "@/server/authorize";
import { changedSince } from "@/server/outputs/commands/approval";
import { lockOutput } from "@/server/outputs/commands/lock-output";
import { shownSubmission } from "@/server/outputs/queries/asked-alone";
import type { MemberContext } from "@/server/context";

/** The submission with its locked output, within what the actor may read. Errors: submission.not_found. */
async function lockSubmission(tx: Db, ctx: MemberContext, submissionId: string) {
  const [found] = await tx
    .select({ outputId: submissions.outputId })
    .from(submissions)
    .where(
      and(
        eq(submissions.id, submissionId),
        inArray(
          submissions.projectId,
          ctx.actor.participations.map((place) => place.projectId),
        ),
        shownSubmission(ctx.actor),
      ),
    );
  if (!found) throw new DomainError("submission.not_found");
  const output = await lockOutput(tx, ctx.actor, found.outputId);
  const [submission] = await tx.select().from(submissions).where(eq(submissions.id, submissionId));
  if (!submission) throw new DomainError("submission.not_found");
  const where = { projectId: output.projectId, outputId: output.id };
  const named = {
    number: output.number,
    title: output.title,
    submissionId: submission.id,
    submission: submission.number,
  };
  return { submission, output, where, named };
}

/** Gives the review one was asked for, once. Errors: review.not_found, review.given, submission.not_open. */
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
    if (review.verdict) throw new DomainError("review.given");
    if (submission.status !== "open") throw new DomainError("submission.not_open");
    await tx
      .update(reviews)
      .set({ verdict: input.verdict, comment: input.comment, decidedAt: ctx.now })
      .where(eq(reviews.id, review.id));
    const data = { ...named, reviewId: review.id, verdict: input.verdict };
    await record(tx, ctx, where, { type: "review.given", data });
  });
}

/** The coordinator's decision on an open submission. Errors: submission.not_open, forbidden. */
export async function decideSubmission(ctx: MemberContext, input: Decide): Promise<void> {
  requireComment(input.verdict, input.comment);
  await ctx.db.transaction(async (tx) => {
    const { submission, output, where, named } = await lockSubmission(tx, ctx, input.submissionId);
    authorize(ctx.actor, "output.decide", output);
    if (submission.status !== "open") throw new DomainError("submission.not_open");
    const approved = input.verdict === "approve";
    const status = decideMove(output.status, approved ? "approve" : "request_changes");
    await tx
      .update(submissions)
      .set({
        status: approved ? "approved" : "changes_requested",
        decidedBy: ctx.actor.personId,
        decidedAt: ctx.now,
        decisionComment: input.comment,
      })
      .where(eq(submissions.id, submission.id));
    const newer = await changedSince(tx, output.id, submission.id);
    await tx
      .update(outputs)
      .set(approved ? { status, approvedSubmissionId: submission.id, changedSinceApproval: newer } : { status })
      .where(eq(outputs.id, output.id));
    const type = approved ? ("output.approved" as const) : ("output.changes_requested" as const);
    await record(tx, ctx, where, { type, data: named });
  });
}

/** Says something on a submission; the same id again changes nothing. Errors: input.id_taken. */
export async function addComment(ctx: MemberContext, input: AddComment): Promise<{ id: string }> {
  return ctx.db.transaction(async (tx) => {
    const { submission, output, where, named } = await lockSubmission(tx, ctx, input.submissionId);
    authorize(ctx.actor, "output.comment", output);
    const place = placeIn(ctx.actor, output.projectId);
    if (!place) throw new DomainError("submission.not_found");
    const [made] = await tx
      .insert(comments)
      .values({
        id: input.id,
        projectId: output.projectId,
        submissionId: submission.id,
        personId: ctx.actor.personId,
        organisationId: place.organisationId,
        body: input.body,
        createdAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning({ id: comments.id });
    if (made) {
      await record(tx, ctx, where, { type: "comment.added", data: named });
      return made;
    }
    const mine = and(eq(comments.personId, ctx.actor.personId), eq(comments.submissionId, submission.id));
    const [again] = await tx
      .select({ id: comments.id })
      .from(comments)
      .where(and(eq(comments.id, input.id), mine));
    if (!again) throw new DomainError("input.id_taken");
    return { id: input.id };
  });
}

/** Shows an approved output as published. Errors: output.wrong_state. */
export async function publishOutput(ctx: MemberContext, input: { outputId: string }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const output = await lockOutput(tx, ctx.actor, input.outputId);
    authorize(ctx.actor, "output.publish", output);
    if (output.status === "published") return;
    await tx
      .update(outputs)
      .set({ status: decideMove(output.status, "publish") })
      .where(eq(outputs.id, output.id));
    const data = { number: output.number, title: output.title };
    await record(tx, ctx, { projectId: output.projectId, outputId: output.id }, { type: "output.published", data });
  });
}
