import { eq } from "drizzle-orm";
import { outputs } from "@/db/schema";
import { decideMove } from "@/domain/outputs";
import { record } from "@/server/events/record";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { lockOutput } from "@/server/outputs/commands/lock-output";

/** Marks an approved output as published. Errors: output.wrong_state. */
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
