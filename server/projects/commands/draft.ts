import { and, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { projectDrafts } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { type DraftData, draftData } from "@/domain/schemas/projects";
import type { MemberContext } from "@/server/context";

const ownDraft = (ctx: MemberContext, id: string) =>
  and(eq(projectDrafts.id, id), eq(projectDrafts.personId, ctx.actor.personId));

function asDraft(row: typeof projectDrafts.$inferSelect | undefined) {
  if (!row) throw new DomainError("project.draft_not_found");
  return { ...row, data: draftData.parse(row.data) };
}

/** A draft of the signed-in person, without a lock. Errors: project.draft_not_found. */
export async function findDraft(ctx: MemberContext, id: string) {
  return asDraft((await ctx.db.select().from(projectDrafts).where(ownDraft(ctx, id)))[0]);
}

/** A draft of the signed-in person, locked until the transaction ends. Errors: project.draft_not_found. */
export async function lockDraft(tx: Db, ctx: MemberContext, id: string) {
  return asDraft((await tx.select().from(projectDrafts).where(ownDraft(ctx, id)).for("update"))[0]);
}

/**
 * Keeps what the wizard holds. Revision 0 makes the draft. A draft saved elsewhere meanwhile is not overwritten:
 * project.draft_changed carries the kept text in `current`.
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
    const kept = await lockDraft(tx, ctx, input.id);
    if (kept.projectId) throw new DomainError("project.draft_not_found");
    if (kept.revision !== input.revision) {
      throw new DomainError("project.draft_changed", { current: { revision: kept.revision, data: kept.data } });
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

/** Throws a draft away. */
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
