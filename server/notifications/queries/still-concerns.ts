import { and, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { notifications } from "@/db/schema";
import { type EventType, events } from "@/domain/events/events";
import { loadActor } from "@/server/auth/session";
import { findMutes } from "./find-mutes";
import { aroundOf, threadId, visibleTo } from "./list-notifications";
import { notWithdrawn } from "./not-withdrawn";

/**
 * False when an e-mail is about an event or a mention that its recipient may not see any more, that was removed or
 * withdrawn, or that they have read or muted since. What is asked of them is also sent when it was read, because it
 * still waits and the e-mail helps to answer. True for other e-mails.
 */
export async function stillConcerns(
  db: Db,
  now: Date,
  personId: string,
  { activityId, commentId }: Record<string, unknown>,
): Promise<boolean> {
  if (typeof activityId !== "string" && typeof commentId !== "string") return true;
  const loaded = await loadActor(db, personId, now);
  if (!loaded) return false;
  const about =
    typeof activityId === "string"
      ? eq(notifications.activityId, BigInt(activityId))
      : eq(notifications.commentId, String(commentId));
  const [found] = await db
    .select({
      subject: { id: notifications.subjectId },
      projectId: notifications.projectId,
      threadId,
      why: notifications.why,
      readAt: notifications.readAt,
      type: sql<EventType | null>`(select a.type from activity a where a.id = notifications.activity_id)`,
    })
    .from(notifications)
    .where(and(visibleTo(loaded.actor), about, notWithdrawn))
    .limit(1);
  if (!found) return false;
  if (found.type !== null && events[found.type].asks) return true;
  if (found.readAt !== null) return false;
  return found.why === "mentioned" || (await findMutes(db, now, personId, aroundOf(found))).size === 0;
}
