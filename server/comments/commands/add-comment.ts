import { and, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { comments } from "@/db/schema";
import { participationIn } from "@/domain/actor";
import type { CommentSubjectType } from "@/domain/comments";
import { DomainError } from "@/domain/errors";
import type { AddComment } from "@/domain/schemas/comments";
import { record } from "@/server/events/record";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { lockSubmission } from "@/server/reviews/commands/lock-submission";

/**
 * For each type of subject: locks it within what the actor may read and authorizes the comment. Errors:
 * submission.not_found, forbidden, project.closed.
 */
const lockCommented = {
  submission: async (tx: Db, ctx: MemberContext, submissionId: string) => {
    const { output, where, named } = await lockSubmission(tx, ctx, submissionId);
    authorize(ctx.actor, "output.comment", output);
    const participation = participationIn(ctx.actor, output.projectId);
    if (!participation) throw new DomainError("submission.not_found");
    return { where, organisationId: participation.organisationId, data: named };
  },
} satisfies Record<CommentSubjectType, unknown>;

/** Adds a comment to a subject; a repeated id adds nothing. Errors: submission.not_found, input.id_taken. */
export async function addComment(ctx: MemberContext, input: AddComment): Promise<{ id: string }> {
  return ctx.db.transaction(async (tx) => {
    const { where, organisationId, data } = await lockCommented[input.subject.type](tx, ctx, input.subject.id);
    const subject = { subjectType: input.subject.type, subjectId: input.subject.id };
    const [made] = await tx
      .insert(comments)
      .values({
        id: input.id,
        projectId: where.projectId,
        ...subject,
        personId: ctx.actor.personId,
        organisationId,
        body: input.body,
        createdAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning({ id: comments.id });
    if (made) {
      await record(tx, ctx, where, { type: "comment.added", data });
      return made;
    }
    const [again] = await tx
      .select({ id: comments.id })
      .from(comments)
      .where(
        and(
          eq(comments.id, input.id),
          eq(comments.personId, ctx.actor.personId),
          eq(comments.subjectType, subject.subjectType),
          eq(comments.subjectId, subject.subjectId),
        ),
      );
    if (!again) throw new DomainError("input.id_taken");
    return again;
  });
}
