import { and, desc, eq, gt, ne } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { outputs, reopenedDecisions, submissions } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { decideMove } from "@/domain/outputs";
import { decideSubmissionStatus } from "@/domain/reviews";
import type { WithReason } from "@/domain/schemas/reviews";
import { record } from "@/server/events/record";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { changedSince } from "@/server/outputs/commands/approval";
import { lockSubmission } from "./lock-submission";

/**
 * Opens the decision on the newest submission again, with a reason. The decision is kept in `reopened_decisions`, and an
 * approval of an earlier submission holds again. Errors: submission.not_decided, submission.newer_exists, forbidden.
 */
export async function reopenSubmission(ctx: MemberContext, { submissionId, reason }: WithReason): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { submission, output, where, named } = await lockSubmission(tx, ctx, submissionId);
    authorize(ctx.actor, "output.decide", output);
    const status = decideSubmissionStatus(submission.status, "reopen");
    if (submission.decidedBy === null || submission.decidedAt === null) throw new DomainError("submission.not_decided");
    const [newer] = await tx
      .select({ id: submissions.id })
      .from(submissions)
      .where(and(eq(submissions.outputId, output.id), gt(submissions.number, submission.number)))
      .limit(1);
    if (newer) throw new DomainError("submission.newer_exists");
    await tx.insert(reopenedDecisions).values({
      id: uuid(),
      submissionId: submission.id,
      status: submission.status,
      comment: submission.decisionComment ?? "",
      decidedBy: submission.decidedBy,
      decidedAt: submission.decidedAt,
      reopenedBy: ctx.actor.personId,
      reopenedAt: ctx.now,
      reason,
    });
    await tx
      .update(submissions)
      .set({ status, decidedBy: null, decidedAt: null, decisionComment: null })
      .where(eq(submissions.id, submission.id));
    const [approved] = await tx
      .select({ id: submissions.id })
      .from(submissions)
      .where(
        and(eq(submissions.outputId, output.id), eq(submissions.status, "approved"), ne(submissions.id, submission.id)),
      )
      .orderBy(desc(submissions.number))
      .limit(1);
    await tx
      .update(outputs)
      .set({
        status: decideMove(output.status, "reopen"),
        approvedSubmissionId: approved?.id ?? null,
        changedSinceApproval: approved ? await changedSince(tx, output.id, approved.id) : false,
      })
      .where(eq(outputs.id, output.id));
    await record(tx, ctx, where, { type: "submission.reopened", data: named });
  });
}
