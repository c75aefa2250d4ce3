import { and, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { comments } from "@/db/schema";
import type { CommentSubject } from "@/domain/comments";
import { DomainError } from "@/domain/errors";
import type { MemberContext } from "@/server/context";
import { readableComment, readerOf } from "./readable-comment";

/**
 * The comment that a reply answers, on the same subject and within what the actor can read; null for a comment that
 * answers none. Errors: comment.not_found.
 */
export async function findAnswered(db: Db, ctx: MemberContext, subject: CommentSubject, commentId: string | null) {
  if (commentId === null) return null;
  const [answered] = await db
    .select()
    .from(comments)
    .where(
      and(
        eq(comments.id, commentId),
        eq(comments.subjectType, subject.type),
        eq(comments.subjectId, subject.id),
        readableComment(readerOf(ctx.actor)),
      ),
    );
  if (!answered) throw new DomainError("comment.not_found");
  return answered;
}
