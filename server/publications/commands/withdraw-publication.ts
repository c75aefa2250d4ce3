import { eq, sql } from "drizzle-orm";
import { outputs, publications } from "@/db/schema";
import { decideMove } from "@/domain/outputs";
import { requirePublic } from "@/domain/publications";
import type { WithdrawPublication } from "@/domain/schemas/publications";
import { record } from "@/server/events/record";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { indexInLibrary } from "@/server/library/commands/index-in-library";
import { lockOutput } from "@/server/outputs/commands/lock-output";
import { findPublication } from "./lock-publication";

/**
 * Withdraws an output from the public with a reason, which its address shows from then on; also in a closed project.
 * Errors: publication.not_public, forbidden.
 */
export async function withdrawPublication(ctx: MemberContext, input: WithdrawPublication): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const output = await lockOutput(tx, ctx.actor, input.outputId);
    authorize(ctx.actor, "output.unpublish", output);
    const publication = await findPublication(tx, output.id);
    requirePublic(publication);
    await tx
      .update(publications)
      .set({
        status: "withdrawn",
        withdrawnAt: ctx.now,
        withdrawReason: input.reason,
        revision: sql`${publications.revision} + 1`,
      })
      .where(eq(publications.id, publication.id));
    await indexInLibrary(tx, { kind: "output", id: output.id });
    // An output that was submitted again keeps the status of its review.
    if (output.status === "published") {
      await tx
        .update(outputs)
        .set({ status: decideMove(output.status, "unpublish") })
        .where(eq(outputs.id, output.id));
    }
    const data = { number: output.number, title: output.title, reason: input.reason };
    await record(tx, ctx, { projectId: output.projectId, outputId: output.id }, { type: "output.unpublished", data });
  });
}
