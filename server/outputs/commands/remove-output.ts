import { and, eq, or } from "drizzle-orm";
import {
  comments,
  outputContributors,
  outputDependencies,
  outputDueDates,
  outputFiles,
  outputs,
  outputTimeRequests,
  tasks,
} from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { record } from "@/server/events/record";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { lockOutput } from "./lock-output";

/** Removes an output without files, with its comments; its tasks stay without it. Errors: output.has_files. */
export async function removeOutput(ctx: MemberContext, input: { outputId: string }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const output = await lockOutput(tx, ctx.actor, input.outputId);
    authorize(ctx.actor, "output.plan", output);
    const [file] = await tx
      .select({ id: outputFiles.id })
      .from(outputFiles)
      .where(eq(outputFiles.outputId, output.id))
      .limit(1);
    if (file) throw new DomainError("output.has_files");
    await tx.delete(outputContributors).where(eq(outputContributors.outputId, output.id));
    await tx
      .delete(outputDependencies)
      .where(or(eq(outputDependencies.outputId, output.id), eq(outputDependencies.afterId, output.id)));
    await tx.delete(outputDueDates).where(eq(outputDueDates.outputId, output.id));
    await tx.delete(outputTimeRequests).where(eq(outputTimeRequests.outputId, output.id));
    await tx.delete(comments).where(and(eq(comments.subjectType, "output"), eq(comments.subjectId, output.id)));
    await tx.update(tasks).set({ outputId: null }).where(eq(tasks.outputId, output.id));
    await tx.delete(outputs).where(eq(outputs.id, output.id));
    const data = { number: output.number, title: output.title };
    await record(tx, ctx, { projectId: output.projectId }, { type: "output.removed", data });
  });
}
