import { eq } from "drizzle-orm";
import { outputs } from "@/db/schema";
import { decideMove } from "@/domain/outputs";
import { record } from "@/server/events/record";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { lockOutput } from "@/server/outputs/commands/lock-output";

const marks = {
  publish: { status: "published", type: "output.published" },
  unpublish: { status: "approved", type: "output.unpublished" },
} as const;

async function markOutput(ctx: MemberContext, outputId: string, move: keyof typeof marks): Promise<void> {
  const { status, type } = marks[move];
  await ctx.db.transaction(async (tx) => {
    const output = await lockOutput(tx, ctx.actor, outputId);
    authorize(ctx.actor, "output.publish", output);
    if (output.status === status) return;
    await tx
      .update(outputs)
      .set({ status: decideMove(output.status, move) })
      .where(eq(outputs.id, output.id));
    const data = { number: output.number, title: output.title };
    await record(tx, ctx, { projectId: output.projectId, outputId: output.id }, { type, data });
  });
}

/** Marks an approved output as published. Nothing happens when it is. Errors: output.wrong_state. */
export const publishOutput = (ctx: MemberContext, { outputId }: { outputId: string }): Promise<void> =>
  markOutput(ctx, outputId, "publish");

/** Takes the mark "published" back: the output is approved again. Nothing happens when it is. Errors: output.wrong_state. */
export const unpublishOutput = (ctx: MemberContext, { outputId }: { outputId: string }): Promise<void> =>
  markOutput(ctx, outputId, "unpublish");
