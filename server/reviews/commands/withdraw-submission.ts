import { and, desc, eq, inArray } from "drizzle-orm";
import { outputs, submissions } from "@/db/schema";
import { statusAfterWithdrawal } from "@/domain/outputs";
import { decideSubmissionStatus } from "@/domain/reviews";
import type { WithReason } from "@/domain/schemas/reviews";
import { record } from "@/server/events/record";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { lockSubmission } from "./lock-submission";

/**
 * Withdraws an open submission with a reason: its reviewers have nothing to do any more, and what they gave stays
 * readable. The output returns to the state that its earlier submissions left. Errors: submission.not_open, forbidden.
 */
export async function withdrawSubmission(ctx: MemberContext, { submissionId, reason }: WithReason): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { submission, output, where, named } = await lockSubmission(tx, ctx, submissionId);
    authorize(ctx.actor, "output.submit", output);
    const status = decideSubmissionStatus(submission.status, "withdraw");
    await tx
      .update(submissions)
      .set({ status, decidedBy: ctx.actor.personId, decidedAt: ctx.now, decisionComment: reason })
      .where(eq(submissions.id, submission.id));
    const [decided] = await tx
      .select({ status: submissions.status })
      .from(submissions)
      .where(
        and(
          eq(submissions.outputId, output.id),
          inArray(submissions.status, ["approved", "changes_requested", "rejected"]),
        ),
      )
      .orderBy(desc(submissions.number))
      .limit(1);
    const earlier = {
      approved: output.approvedSubmissionId !== null,
      changesRequested: decided !== undefined && decided.status !== "approved",
    };
    await tx
      .update(outputs)
      .set({ status: statusAfterWithdrawal(earlier) })
      .where(eq(outputs.id, output.id));
    await record(tx, ctx, where, { type: "submission.withdrawn", data: named });
  });
}
