import { and, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { projectDrafts } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { draftData } from "@/domain/schemas/projects";
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
