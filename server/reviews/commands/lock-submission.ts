import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "@/db/client";
import { submissions } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import type { MemberContext } from "@/server/context";
import { lockOutput } from "@/server/outputs/commands/lock-output";
import { shownSubmission } from "@/server/outputs/queries/evaluator-scope";

/** The submission with its locked output, within what the actor may read. Errors: submission.not_found. */
export async function lockSubmission(tx: Db, ctx: MemberContext, submissionId: string) {
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
