import { eq } from "drizzle-orm";
import { outputs, submissions } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { decideMove } from "@/domain/outputs";
import { requireComment } from "@/domain/reviews";
import type { Decide } from "@/domain/schemas/reviews";
import { record } from "@/server/events/record";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { changedSince } from "@/server/outputs/commands/approval";
import { lockSubmission } from "./lock-submission";

/** Stores the coordinator's decision on an open submission. Errors: submission.not_open, forbidden. */
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
