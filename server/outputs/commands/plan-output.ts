import { and, eq } from "drizzle-orm";
import { outputs } from "@/db/schema";
import type { PlannedOutput } from "@/domain/schemas/outputs";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { getOutput } from "../queries/get-output";
import { inOwnConsortia, lockProject } from "@/server/lock-subject";
import { addOutputs } from "./add-outputs";

/**
 * Adds one output to the plan. A repeated id returns the first result. Errors: output.number_taken, input.id_taken,
 * project.*.
 */
export async function planOutput(ctx: MemberContext, input: PlannedOutput & { projectId: string }) {
  return ctx.db.transaction(async (tx) => {
    const inside = { ...ctx, db: tx };
    const project = await lockProject(tx, ctx.actor, input.projectId, inOwnConsortia);
    authorize(ctx.actor, "output.plan", project);
    const [again] = await tx
      .select({ id: outputs.id })
      .from(outputs)
      .where(and(eq(outputs.id, input.id), eq(outputs.projectId, input.projectId)));
    const { projectId, ...planned } = input;
    if (!again) await addOutputs(tx, ctx, { projectId }, [planned]);
    return getOutput(inside, { outputId: input.id });
  });
}
