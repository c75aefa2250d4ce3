import { and, asc, desc, eq, lt, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { fixedLimit, prepared } from "@/db/prepared";
import { comments, commentVersions, organisations, participations, people } from "@/db/schema";
import { participationIn } from "@/domain/actor";
import { visibilityChoices } from "@/domain/comments";
import { DomainError } from "@/domain/errors";
import { decodeCursor, toPage } from "@/domain/page";
import type { ListComments, ListCommentVersions } from "@/domain/schemas/comments";
import type { MemberContext } from "@/server/context";
import { personName } from "@/server/reviews/queries/person-name";
import { preparedReader, readableComment, readerOf } from "./readable-comment";
import { requireSubject } from "./require-subject";

/** Fewer than in other lists, because a comment may be long. */
const commentsPerPage = 20;

type Mentioned = { id: string; name: string };

const resolver = alias(people, "resolver");
const afterComment = sql`(${comments.threadAt}, ${comments.threadId}, ${comments.createdAt}, ${comments.id})
  > (${sql.placeholder("afterThreadAt")}::timestamptz, ${sql.placeholder("afterThread")}::uuid,
    ${sql.placeholder("afterAt")}::timestamptz, ${sql.placeholder("afterId")}::uuid)`;

const commentsStatement = prepared((db, shape: readonly "after"[]) =>
  db
    .select({
      id: comments.id,
      text: comments.text,
      visibility: comments.visibility,
      author: personName,
      mine: sql<boolean>`${comments.personId} = ${preparedReader.reader}::uuid`,
      organisationId: comments.organisationId,
      organisation: {
        id: organisations.id,
        shortName: organisations.shortName,
        country: organisations.country,
        hue: sql<number>`coalesce(${participations.hue}, 0)`,
      },
      /** The person besides the coordinators who reads an exchange with them; null for other visibilities. */
      openedBy: sql<string | null>`(select case when opener.closed_at is null then opener.name end
        from people opener where opener.id = ${comments.openedBy})`,
      mentions: sql<Mentioned[]>`coalesce((select json_agg(json_build_object('id', named.id, 'name', named.name)
          order by named.name, named.id)
        from comment_mentions m join people named on named.id = m.person_id and named.closed_at is null
        where m.comment_id = ${comments.id}), '[]')`,
      revision: comments.revision,
      createdAt: comments.createdAt,
      editedAt: comments.editedAt,
      resolvedAt: comments.resolvedAt,
      resolver: sql<string | null>`case when ${resolver.closedAt} is null then ${resolver.name} end`,
      removedAt: comments.removedAt,
      replyTo: comments.replyTo,
      threadAt: comments.threadAt,
      threadId: comments.threadId,
    })
    .from(comments)
    .innerJoin(people, eq(people.id, comments.personId))
    .innerJoin(organisations, eq(organisations.id, comments.organisationId))
    .leftJoin(resolver, eq(resolver.id, comments.resolvedBy))
    .leftJoin(
      participations,
      and(eq(participations.organisationId, organisations.id), eq(participations.projectId, comments.projectId)),
    )
    .where(
      and(
        eq(comments.subjectType, sql.placeholder("type")),
        eq(comments.subjectId, sql.placeholder("subjectId")),
        readableComment(preparedReader),
        shape.includes("after") ? afterComment : undefined,
      ),
    )
    .orderBy(asc(comments.threadAt), asc(comments.threadId), asc(comments.createdAt), asc(comments.id))
    .limit(fixedLimit(commentsPerPage + 1))
    .prepare("comments"),
);

const isoMoment = (milliseconds: string | number | undefined) => new Date(Number(milliseconds)).toISOString();

/**
 * The comments on a subject that the actor can read, by thread: threads and the comments in them oldest first. `author`
 * is null for a closed account; a removed comment has no text. `can` says whether the actor may comment, and with which
 * visibilities. Errors: not found for the subject.
 */
export async function listComments(ctx: MemberContext, { subject, cursor: cursorText }: ListComments) {
  const { projectId, mayComment } = await requireSubject(ctx, subject);
  const kind = participationIn(ctx.actor, projectId)?.kind;
  const cursor = decodeCursor(cursorText, ["moment", "uuid", "moment", "uuid"]);
  const values = { ...readerOf(ctx.actor), type: subject.type, subjectId: subject.id };
  const rows = cursor
    ? await commentsStatement(ctx.db, "after").execute({
        ...values,
        afterThreadAt: isoMoment(cursor[0]),
        afterThread: cursor[1],
        afterAt: isoMoment(cursor[2]),
        afterId: cursor[3],
      })
    : await commentsStatement(ctx.db).execute(values);
  const page = toPage(rows, commentsPerPage, (row) => [
    row.threadAt.getTime(),
    row.threadId,
    row.createdAt.getTime(),
    row.id,
  ]);
  return {
    items: page.items.map(({ threadAt: _at, threadId: _thread, ...row }) => row),
    nextCursor: page.nextCursor,
    can: { add: mayComment, visibilities: kind ? visibilityChoices(kind, subject.type) : [] },
  };
}

/** The earlier texts of a comment that the actor can read, newest first. Errors: comment.not_found. */
export async function listCommentVersions(ctx: MemberContext, input: ListCommentVersions) {
  const [comment] = await ctx.db
    .select({ id: comments.id })
    .from(comments)
    .where(and(eq(comments.id, input.commentId), readableComment(readerOf(ctx.actor))));
  if (!comment) throw new DomainError("comment.not_found");
  const cursor = decodeCursor(input.cursor, ["number"]);
  const rows = await ctx.db
    .select({
      revision: commentVersions.revision,
      text: commentVersions.text,
      replacedAt: commentVersions.replacedAt,
    })
    .from(commentVersions)
    .where(
      and(
        eq(commentVersions.commentId, comment.id),
        cursor ? lt(commentVersions.revision, Number(cursor[0])) : undefined,
      ),
    )
    .orderBy(desc(commentVersions.revision))
    .limit(commentsPerPage + 1);
  return toPage(rows, commentsPerPage, (row) => [row.revision]);
}
