import { eq } from "drizzle-orm";
import { outputs, submissions } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { decideMove } from "@/domain/outputs";
import { type Decision, decideSubmissionStatus, requireComment } from "@/domain/reviews";
import type { Decide } from "@/domain/schemas/reviews";
import { record } from "@/server/events/record";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { changedSince } from "@/server/outputs/commands/approval";
import { rulesMissing } from "../queries/approval-rules";
import { lockSubmission } from "./lock-submission";

const eventOf = {
  approve: "output.approved",
  request_changes: "output.changes_requested",
  reject: "output.rejected",
} as const satisfies Record<Decision, string>;

/**
 * Stores the coordinator's decision on an open submission. An approval must meet the consortium's rules. Errors:
 * submission.not_open, forbidden, review.comment_missing, review.rules_not_met with `missing`: the rules that are not
 * met, each with what it needs and what there is.
 */
export async function decideSubmission(ctx: MemberContext, input: Decide): Promise<void> {
  requireComment(input.verdict, input.comment);
  await ctx.db.transaction(async (tx) => {
    const { submission, output, where, named } = await lockSubmission(tx, ctx, input.submissionId);
    authorize(ctx.actor, "output.decide", output);
    const status = decideSubmissionStatus(submission.status, input.verdict);
    const approved = input.verdict === "approve";
    if (approved) {
      const missing = await rulesMissing(tx, output, submission.id);
      if (missing.length > 0) throw new DomainError("review.rules_not_met", { missing });
    }
    await tx
      .update(submissions)
      .set({ status, decidedBy: ctx.actor.personId, decidedAt: ctx.now, decisionComment: input.comment })
      .where(eq(submissions.id, submission.id));
    const outputStatus = decideMove(output.status, input.verdict);
    const newer = approved && (await changedSince(tx, output.id, submission.id));
    await tx
      .update(outputs)
      .set({
        status: outputStatus,
        ...(approved ? { approvedSubmissionId: submission.id, changedSinceApproval: newer } : {}),
      })
      .where(eq(outputs.id, output.id));
    await record(tx, ctx, where, { type: eventOf[input.verdict], data: named });
  });
}
