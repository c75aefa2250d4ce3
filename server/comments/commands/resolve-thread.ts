import { eq } from "drizzle-orm";
import { comments } from "@/db/schema";
import type { MemberContext } from "@/server/context";
import { record } from "@/server/events/record";
import { lockComment } from "./lock-commented";
import { signalReaders } from "./signal-readers";

/**
 * Marks the thread of a comment as resolved, or opens it again; nothing happens to a thread that is in that state. For
 * everyone who may comment on the subject and can read the thread. Errors: comment.not_found, project.closed, forbidden.
 */
export async function resolveThread(
  ctx: MemberContext,
  input: { commentId: string },
  resolved: boolean,
): Promise<{ id: string; resolvedAt: Date | null }> {
  return ctx.db.transaction(async (tx) => {
    const found = await lockComment(tx, ctx, input.commentId);
    const { comment: first, subject } =
      found.comment.replyTo === null ? found : await lockComment(tx, ctx, found.comment.replyTo);
    subject.authorizeComment();
    if ((first.resolvedAt !== null) === resolved) return { id: first.id, resolvedAt: first.resolvedAt };
    const state = resolved
      ? { resolvedAt: ctx.now, resolvedBy: ctx.actor.personId }
      : { resolvedAt: null, resolvedBy: null };
    await tx.update(comments).set(state).where(eq(comments.id, first.id));
    if (first.visibility === "everyone") {
      const type = resolved ? "comment.resolved" : "comment.reopened";
      await record(tx, ctx, subject.where, { type, data: subject.data });
    }
    await signalReaders(tx, ctx.now, first);
    return { id: first.id, resolvedAt: state.resolvedAt };
  });
}
