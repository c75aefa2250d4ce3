import { eq } from "drizzle-orm";
import { comments, commentVersions } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import type { EditComment } from "@/domain/schemas/comments";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { record } from "@/server/events/record";
import { orTakenId } from "@/server/taken-id";
import { lockComment } from "./lock-commented";
import { signalReaders } from "./signal-readers";

type Edited = { id: string; text: string; revision: number };

/**
 * Replaces the text of the actor's own comment and keeps the earlier one; a repeated id changes nothing. Errors:
 * comment.not_found, comment.changed with the current text, comment.removed, input.id_taken, project.closed, forbidden.
 */
export async function editComment(ctx: MemberContext, input: EditComment): Promise<Edited> {
  return ctx.db.transaction(async (tx) => {
    const { comment, subject } = await lockComment(tx, ctx, input.commentId);
    subject.authorizeComment();
    authorize(ctx.actor, "comment.edit", { ...comment, authorId: comment.personId });
    const current = { id: comment.id, text: comment.text, revision: comment.revision };
    const [done] = await tx
      .select({ commentId: commentVersions.commentId })
      .from(commentVersions)
      .where(eq(commentVersions.id, input.id));
    if (done?.commentId === comment.id) return current;
    if (comment.removedAt) throw new DomainError("comment.removed");
    if (comment.revision !== input.revision) throw new DomainError("comment.changed", { current });
    if (comment.text === input.text) return current;
    await orTakenId(
      tx.insert(commentVersions).values({
        id: input.id,
        commentId: comment.id,
        revision: comment.revision,
        text: comment.text,
        replacedAt: ctx.now,
      }),
    );
    const changed = { text: input.text, revision: comment.revision + 1 };
    await tx
      .update(comments)
      .set({ ...changed, editedAt: ctx.now })
      .where(eq(comments.id, comment.id));
    if (comment.visibility === "everyone") {
      await record(tx, ctx, subject.where, { type: "comment.edited", data: subject.data });
    }
    await signalReaders(tx, ctx.now, comment);
    return { id: comment.id, ...changed };
  });
}
