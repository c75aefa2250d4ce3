import { and, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { notifications } from "@/db/schema";
import { loadActor } from "@/server/auth/session";
import { visibleTo } from "./list-notifications";
import { notWithdrawn } from "./not-withdrawn";

/**
 * False when an e-mail is about an event or a mention that its recipient may not see any more, or that was removed or withdrawn. True
 * for other e-mails.
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
  const found = await db
    .select({ id: notifications.id })
    .from(notifications)
    .where(and(visibleTo(loaded.actor), about, notWithdrawn))
    .limit(1);
  return found.length > 0;
}
