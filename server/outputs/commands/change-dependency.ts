import { and, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { outputDependencies, outputs } from "@/db/schema";
import { requireDependency } from "@/domain/dependencies";
import { DomainError } from "@/domain/errors";
import type { DependencyInput } from "@/domain/schemas/outputs";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { record } from "@/server/events/record";
import { inOwnConsortia, lockProject } from "@/server/lock-subject";
import { lockOutput } from "./lock-output";

/** The two outputs, with the project locked, so that two people cannot close a cycle together. */
async function lockBoth(tx: Db, ctx: MemberContext, input: DependencyInput) {
  const output = await lockOutput(tx, ctx.actor, input.outputId);
  authorize(ctx.actor, "output.edit", output);
  await lockProject(tx, ctx.actor, output.projectId, inOwnConsortia);
  const [before] = await tx
    .select({ id: outputs.id, number: outputs.number })
    .from(outputs)
    .where(and(eq(outputs.projectId, output.projectId), eq(outputs.number, input.number)));
  if (!before) throw new DomainError("output.not_found", { field: "number" });
  const where = { projectId: output.projectId, outputId: output.id };
  const data = { number: output.number, title: output.title, before: before.number };
  return { pair: { outputId: output.id, afterId: before.id }, where, data };
}

/**
 * Says that an output starts after another one of its project, by its number; nothing when that is said already. Errors:
 * output.not_found, forbidden, project.closed, output.dependency_cycle, output.dependencies_full.
 */
export async function addDependency(ctx: MemberContext, input: DependencyInput): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { pair, where, data } = await lockBoth(tx, ctx, input);
    const known = await tx
      .select({ outputId: outputDependencies.outputId, afterId: outputDependencies.afterId })
      .from(outputDependencies)
      .innerJoin(outputs, eq(outputs.id, outputDependencies.outputId))
      .where(eq(outputs.projectId, where.projectId));
    if (known.some(({ outputId, afterId }) => outputId === pair.outputId && afterId === pair.afterId)) return;
    requireDependency(known, pair);
    await tx.insert(outputDependencies).values({ ...pair, createdAt: ctx.now });
    await record(tx, ctx, where, { type: "output.dependency_added", data });
  });
}

/** Ends the dependency on another output; nothing when there is none. Errors: output.not_found, forbidden. */
export async function removeDependency(ctx: MemberContext, input: DependencyInput): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { pair, where, data } = await lockBoth(tx, ctx, input);
    const removed = await tx
      .delete(outputDependencies)
      .where(and(eq(outputDependencies.outputId, pair.outputId), eq(outputDependencies.afterId, pair.afterId)))
      .returning({ id: outputDependencies.afterId });
    if (removed.length > 0) await record(tx, ctx, where, { type: "output.dependency_removed", data });
  });
}
