import { and, eq, isNull } from "drizzle-orm";
import { projectDrafts } from "@/db/schema";
import type { MemberContext } from "@/server/context";

/** Deletes a draft of the person. */
export async function discardDraft(ctx: MemberContext, input: { id: string }): Promise<void> {
  await ctx.db
    .delete(projectDrafts)
    .where(
      and(
        eq(projectDrafts.id, input.id),
        eq(projectDrafts.personId, ctx.actor.personId),
        isNull(projectDrafts.projectId),
      ),
    );
}
