import { and, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { notificationMutes, notifications } from "@/db/schema";
import { type Actor, consortiumProjects } from "@/domain/actor";
import { pageOf } from "@/domain/events/events";
import { mostUnread } from "@/domain/notifications";
import { decodeCursor, pageSize, toPage } from "@/domain/page";
import type { ListNotifications } from "@/domain/schemas/notifications";
import { feedEntry, idList, readActivities } from "@/server/activity/feed";
import type { MemberContext } from "@/server/context";

/** Evaluators see what they are asked to review. */
const ofEvaluators = sql.raw("('subject', 'reviewer', 'reviewers')");

/** The notifications of a person about what they may see now. */
function visibleTo(actor: Actor): SQL {
  const evaluated = actor.participations.filter(({ kind }) => kind === "evaluator").map(({ projectId }) => projectId);
  const led = actor.organisations.filter(({ role }) => role === "admin").map(({ organisationId }) => organisationId);
  return sql`${notifications.personId} = ${actor.personId} and (
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

const isMuted = (at: Date) => sql<boolean>`exists (select from ${notificationMutes} m
  where m.person_id = notifications.person_id and (m.until is null or m.until > ${at.toISOString()}::timestamptz)
    and m.subject_type = notifications.subject_type and m.subject_id = notifications.subject_id)`;

/** What concerns the person, newest first, with the reason; `unread` counts at most ninety-nine. */
export async function listNotifications(ctx: MemberContext, input: ListNotifications) {
  const cursor = decodeCursor(input.cursor, ["moment", "text"]);
  const [at, after] = cursor && /^\d{1,18}$/.test(String(cursor[1])) ? cursor : [];
  const rows = await ctx.db
    .select({
      id: notifications.id,
      activityId: notifications.activityId,
      why: notifications.why,
      subject: { type: notifications.subjectType, id: notifications.subjectId },
      muted: isMuted(ctx.now),
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
          : sql`(${notifications.at}, ${notifications.activityId})
              < (${new Date(Number(at)).toISOString()}::timestamptz, ${String(after)}::bigint)`,
      ),
    )
    .orderBy(desc(notifications.at), desc(notifications.activityId))
    .limit(pageSize + 1);
  const page = toPage(rows, pageSize, (row) => [row.at.getTime(), row.activityId.toString()]);
  const activities = new Map(
    (
      await readActivities(
        ctx.db,
        page.items.map(({ activityId }) => activityId),
      )
    ).map((row) => [row.id, row]),
  );
  const items = page.items.flatMap(({ activityId, ...item }) => {
    const row = activities.get(activityId.toString());
    if (!row) return [];
    const entry = feedEntry(ctx.actor, row);
    const { event, slug } = entry;
    const path = event ? pageOf(event, { ...row, slug: slug ?? "" }) : null;
    return [{ ...entry, ...item, projectSlug: slug, path }];
  });
  return { items, nextCursor: page.nextCursor, unread: await countUnread(ctx) };
}

export type Notification = Awaited<ReturnType<typeof listNotifications>>["items"][number];

/** True when the person was told of the subject or takes part in that project. */
export async function concerns(ctx: MemberContext, subject: Notification["subject"]): Promise<boolean> {
  if (subject.type === "project" && ctx.actor.participations.some(({ projectId }) => projectId === subject.id)) {
    return true;
  }
  const found = await ctx.db
    .select({ id: notifications.id })
    .from(notifications)
    .where(
      and(visibleTo(ctx.actor), eq(notifications.subjectType, subject.type), eq(notifications.subjectId, subject.id)),
    )
    .limit(1);
  return found.length > 0;
}
