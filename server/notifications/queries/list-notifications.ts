import { and, desc, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { comments, notifications } from "@/db/schema";
import { type Actor, consortiumProjects } from "@/domain/actor";
import { pageOf } from "@/domain/events/events";
import { mostUnread } from "@/domain/notifications";
import type { Mutable } from "@/domain/notifications";
import { decodeCursor, pageSize, toPage } from "@/domain/page";
import type { ListNotifications } from "@/domain/schemas/notifications";
import { feedEntry, type FeedRow, idList, readActivities } from "@/server/activity/feed";
import { readableComment, readerOf } from "@/server/comments/queries/readable-comment";
import type { MemberContext } from "@/server/context";
import { findMutes } from "./find-mutes";
import { readMentions } from "./read-mentions";

/** Evaluators see what they are asked to review. */
const ofEvaluators = sql.raw("('mentioned', 'subject', 'reviewer', 'reviewers')");

/** The notifications of a person about what they may see now. */
export function visibleTo(actor: Actor): SQL {
  const evaluated = actor.participations.filter(({ kind }) => kind === "evaluator").map(({ projectId }) => projectId);
  const led = actor.organisations.filter(({ role }) => role === "admin").map(({ organisationId }) => organisationId);
  return sql`${notifications.personId} = ${actor.personId} and (${notifications.commentId} is null or exists (
    select from comments where comments.id = ${notifications.commentId} and comments.removed_at is null
      and ${readableComment(readerOf(actor))})) and (
    ${notifications.projectId} = any(${idList(consortiumProjects(actor))})
    or (${notifications.projectId} = any(${idList(evaluated)}) and ${notifications.why} in ${ofEvaluators})
    or (${notifications.projectId} is null
      and (${notifications.why} <> 'organisation_admins' or ${notifications.subjectId} = any(${idList(led)}))))`;
}

/** How many unread notifications the person has, at most ninety-nine. */
export async function countUnread(ctx: MemberContext): Promise<number> {
  const [row] = await ctx.db.execute<{ unread: number }>(sql`select count(*)::int as unread from (
    select from ${notifications} where ${visibleTo(ctx.actor)} and ${notifications.readAt} is null
    limit ${mostUnread}) counted`);
  return row?.unread ?? 0;
}

/** The thread of the comment of a notification. */
export const threadId = sql<string | null>`(select c.thread_id from comments c where c.id = notifications.comment_id)`;

type Around = { subject: { id: string }; projectId: string | null; threadId: string | null };

/** The ids of what a person can mute so that they are not told of the notification. */
export const aroundOf = ({ subject, projectId, threadId: thread }: Around): string[] =>
  [subject.id, projectId, thread].filter((id) => id !== null);

type Told = { activityId: bigint | null; commentId: string | null };

/** What the person was told of, by the id of the activity, or of the comment that mentions them. */
export async function readRows(db: Db, told: readonly Told[]): Promise<Map<string, FeedRow>> {
  const activityIds = told.flatMap(({ activityId }) => activityId ?? []);
  const mentions = told.flatMap(({ activityId, commentId }) => (activityId === null ? (commentId ?? []) : []));
  const rows = [
    ...(activityIds.length > 0 ? await readActivities(db, activityIds) : []),
    ...(mentions.length > 0 ? await readMentions(db, mentions) : []),
  ];
  return new Map(rows.map((row) => [row.id, row]));
}

/** What concerns the person, newest first, with the reason; `unread` counts at most ninety-nine. */
export async function listNotifications(ctx: MemberContext, input: ListNotifications) {
  const cursor = decodeCursor(input.cursor, ["moment", "uuid"]);
  const [at, after] = cursor ?? [];
  const found = await ctx.db
    .select({
      id: notifications.id,
      activityId: notifications.activityId,
      commentId: notifications.commentId,
      why: notifications.why,
      subject: { type: notifications.subjectType, id: notifications.subjectId },
      projectId: notifications.projectId,
      threadId,
      at: notifications.at,
      readAt: notifications.readAt,
    })
    .from(notifications)
    .where(
      and(
        visibleTo(ctx.actor),
        input.unread ? isNull(notifications.readAt) : undefined,
        after === undefined
          ? undefined
          : sql`(${notifications.at}, ${notifications.id})
              < (${new Date(Number(at)).toISOString()}::timestamptz, ${String(after)}::uuid)`,
      ),
    )
    .orderBy(desc(notifications.at), desc(notifications.id))
    .limit(pageSize + 1);
  const page = toPage(found, pageSize, (row) => [row.at.getTime(), row.id]);
  const rows = await readRows(ctx.db, page.items);
  const mutes = await findMutes(ctx.db, ctx.now, ctx.actor.personId, page.items.flatMap(aroundOf));
  const muteOf = (id: string | null) => (id === null ? null : (mutes.get(id) ?? null));
  const items = page.items.flatMap(({ activityId, commentId, ...item }) => {
    const row = rows.get(activityId?.toString() ?? commentId ?? "");
    if (!row) return [];
    const entry = feedEntry(ctx.actor, row);
    const { event, slug } = entry;
    const path = event ? pageOf(event, { ...row, slug: slug ?? "" }) : null;
    const muted = {
      muted: muteOf(item.subject.id),
      threadMuted: muteOf(item.threadId),
      projectMuted: muteOf(item.projectId),
    };
    return [{ ...entry, ...item, ...muted, projectSlug: slug, path }];
  });
  return { items, nextCursor: page.nextCursor, unread: await countUnread(ctx) };
}

export type Notification = Awaited<ReturnType<typeof listNotifications>>["items"][number];

const commentsOf = (db: Db, thread: string) =>
  db
    .select({ id: comments.id })
    .from(comments)
    .where(or(eq(comments.id, thread), eq(comments.replyTo, thread)));

/** True when the person was told of the subject or takes part in that project. */
export async function concerns(ctx: MemberContext, subject: Mutable): Promise<boolean> {
  if (subject.type === "project" && ctx.actor.participations.some(({ projectId }) => projectId === subject.id)) {
    return true;
  }
  const found = await ctx.db
    .select({ id: notifications.id })
    .from(notifications)
    .where(
      and(
        visibleTo(ctx.actor),
        subject.type === "thread"
          ? inArray(notifications.commentId, commentsOf(ctx.db, subject.id))
          : and(eq(notifications.subjectType, subject.type), eq(notifications.subjectId, subject.id)),
      ),
    )
    .limit(1);
  return found.length > 0;
}
