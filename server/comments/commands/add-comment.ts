import { and, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { commentMentions, comments } from "@/db/schema";
import { participationIn } from "@/domain/actor";
import { canReadComment, type CommentAccess, decideReply } from "@/domain/comments";
import { DomainError } from "@/domain/errors";
import { commentedPage } from "@/domain/events/comments";
import type { AddComment } from "@/domain/schemas/comments";
import type { MemberContext } from "@/server/context";
import { record } from "@/server/events/record";
import { enqueue } from "@/server/jobs/enqueue";
import { findAnswered } from "../queries/find-answered";
import { findParticipants, findReviewers } from "../queries/list-readers";
import { lockCommented } from "./lock-commented";
import { signalReaders } from "./signal-readers";

/** Refuses mentions of people who cannot read the comment. Errors: member.not_found, comment.mention_unreadable. */
async function requireReaders(
  tx: Db,
  ctx: MemberContext,
  { subject, mentions }: AddComment,
  comment: Omit<CommentAccess, "reviewerIds" | "subjectType"> & { projectId: string },
) {
  if (mentions.length === 0) return;
  const field = "mentions";
  const people = await findParticipants(tx, ctx.now, comment.projectId, mentions);
  const access = { ...comment, subjectType: subject.type, reviewerIds: await findReviewers(tx, subject) };
  for (const personId of mentions) {
    const person = people.find((one) => one.personId === personId);
    if (!person) throw new DomainError("member.not_found", { field });
    if (!canReadComment({ personId, participation: person }, access)) {
      throw new DomainError("comment.mention_unreadable", { field, name: person.name });
    }
  }
}

/**
 * Adds a comment to a subject; a repeated id adds nothing. Mentioned people are told. Errors: not found for the
 * subject, comment.not_found for the comment answered, comment.reply_wider, comment.mention_unreadable,
 * member.not_found, input.id_taken, project.closed, forbidden.
 */
export async function addComment(ctx: MemberContext, input: AddComment): Promise<{ id: string }> {
  return ctx.db.transaction(async (tx) => {
    const subject = await lockCommented(tx, ctx, input.subject);
    subject.authorizeComment();
    const { projectId } = subject.where;
    const participation = participationIn(ctx.actor, projectId);
    if (!participation) throw new DomainError("project.not_found");
    const answered = await findAnswered(tx, ctx, input.subject, input.replyTo);
    const { visibility } = input;
    const { organisationId } = participation;
    const authorId = ctx.actor.personId;
    const openedBy = decideReply({ visibility, authorId, organisationId }, answered);
    const mentions = [...new Set(input.mentions)];
    await requireReaders(tx, ctx, input, { projectId, visibility, authorId, organisationId, openedBy });
    const [made] = await tx
      .insert(comments)
      .values({
        id: input.id,
        projectId,
        subjectType: input.subject.type,
        subjectId: input.subject.id,
        personId: authorId,
        organisationId,
        visibility,
        openedBy,
        replyTo: answered?.threadId ?? null,
        threadAt: answered?.threadAt ?? ctx.now,
        text: input.text,
        createdAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning();
    if (!made) return sameComment(tx, ctx, input);
    if (mentions.length > 0) {
      await tx.insert(commentMentions).values(mentions.map((personId) => ({ commentId: made.id, personId })));
    }
    const { slug, acronym } = subject.project;
    const path = commentedPage(subject.data, { slug, outputId: subject.where.outputId ?? null, organisationId });
    for (const personId of mentions.filter((id) => id !== authorId)) {
      await enqueue(tx, "mail_mention", { commentId: made.id, personId, path, name: subject.name, project: acronym });
    }
    if (visibility === "everyone") {
      const data = { ...subject.data, commentId: made.id };
      await record(tx, ctx, subject.where, { type: "comment.added", data });
    }
    await signalReaders(tx, ctx.now, made);
    return { id: made.id };
  });
}

/** The comment that an earlier request with the same id added. Errors: input.id_taken. */
async function sameComment(tx: Db, ctx: MemberContext, { id, subject }: AddComment) {
  const [again] = await tx
    .select({ id: comments.id })
    .from(comments)
    .where(
      and(
        eq(comments.id, id),
        eq(comments.personId, ctx.actor.personId),
        eq(comments.subjectType, subject.type),
        eq(comments.subjectId, subject.id),
      ),
    );
  if (!again) throw new DomainError("input.id_taken");
  return again;
}
