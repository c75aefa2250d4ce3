import { and, eq } from "drizzle-orm";
import { comments, practices } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { eraseFilesOf } from "@/server/attachments/commands/erase-attachments";
import { record } from "@/server/events/record";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { lockPractice } from "./lock-practice";

/**
 * Deletes a practice that is still a draft and was never public, with its comments and files; the record keeps its title. Errors:
 * practice.not_found, practice.wrong_state, forbidden.
 */
export async function deleteDraft(ctx: MemberContext, input: { practiceId: string }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const practice = await lockPractice(tx, ctx, input.practiceId);
    authorize(ctx.actor, "practice.edit", practice);
    const wasPublic = practice.edition !== null || practice.withdrawnAt !== null;
    if (practice.status !== "draft" || wasPublic)
      throw new DomainError("practice.wrong_state", { status: practice.status });
    await tx.delete(comments).where(and(eq(comments.subjectType, "practice"), eq(comments.subjectId, practice.id)));
    await eraseFilesOf(tx, practice.id);
    await tx.delete(practices).where(eq(practices.id, practice.id));
    const data = { title: practice.title };
    await record(tx, ctx, { projectId: practice.projectId }, { type: "practice.draft_deleted", data });
  });
}
