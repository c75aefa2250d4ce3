import { eq, sql } from "drizzle-orm";
import { projectDrafts } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import type { DraftData } from "@/domain/schemas/projects";
import type { MemberContext } from "@/server/context";
import { lockDraft } from "./lock-draft";

/**
 * Saves the state of the wizard. Revision 0 creates the draft. A draft that was saved elsewhere meanwhile is not
 * overwritten. Errors: project.draft_changed with the stored draft in `current`.
 */
export async function saveDraft(
  ctx: MemberContext,
  input: { id: string; revision: number; data: DraftData },
): Promise<{ revision: number }> {
  return ctx.db.transaction(async (tx) => {
    if (input.revision === 0) {
      const [made] = await tx
        .insert(projectDrafts)
        .values({ id: input.id, personId: ctx.actor.personId, data: input.data, updatedAt: ctx.now })
        .onConflictDoNothing()
        .returning({ revision: projectDrafts.revision });
      if (made) return made;
    }
    const stored = await lockDraft(tx, ctx, input.id);
    if (stored.projectId) throw new DomainError("project.draft_not_found");
    if (stored.revision !== input.revision) {
      throw new DomainError("project.draft_changed", { current: { revision: stored.revision, data: stored.data } });
    }
    const [saved] = await tx
      .update(projectDrafts)
      .set({ data: input.data, revision: sql`${projectDrafts.revision} + 1`, updatedAt: ctx.now })
      .where(eq(projectDrafts.id, input.id))
      .returning({ revision: projectDrafts.revision });
    if (!saved) throw new DomainError("project.draft_not_found");
    return saved;
  });
}
