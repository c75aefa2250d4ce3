import { eq, sql } from "drizzle-orm";
import { commentMentions, comments, commentVersions } from "@/db/schema";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { record } from "@/server/events/record";
import { lockComment } from "./lock-commented";
import { signalReaders } from "./signal-readers";

/**
 * Erases the text of the actor's own comment with its earlier texts and mentions; a line without text stays in its
 * thread. Also in a closed project. Errors: comment.not_found, forbidden.
 */
export async function removeComment(ctx: MemberContext, input: { commentId: string }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { comment, subject } = await lockComment(tx, ctx, input.commentId);
    authorize(ctx.actor, "comment.remove", { ...comment, authorId: comment.personId });
    if (comment.removedAt) return;
    await tx.delete(commentVersions).where(eq(commentVersions.commentId, comment.id));
    await tx.delete(commentMentions).where(eq(commentMentions.commentId, comment.id));
    await tx
      .update(comments)
      .set({ text: "", removedAt: ctx.now, revision: sql`${comments.revision} + 1` })
      .where(eq(comments.id, comment.id));
    if (comment.visibility === "everyone") {
      await record(tx, ctx, subject.where, { type: "comment.removed", data: subject.data });
    }
    await signalReaders(tx, ctx.now, comment);
  });
}
