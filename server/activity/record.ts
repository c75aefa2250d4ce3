import type { Db } from "@/db/client";
import { activity } from "@/db/schema";
import { type Actor, placeIn } from "@/domain/actor";
import { type ActivityEvent, mailedEvents } from "@/domain/events";
import { enqueue } from "@/server/jobs/enqueue";

type Where = { projectId?: string; outputId?: string; organisationId?: string };

/**
 * Writes what happened, in the transaction of the act itself; nothing else inserts into `activity`. The organisation
 * is the one for which the actor acts in that project, as it is now. Where somebody is to be told, the job that
 * tells them is made in the same transaction.
 */
export async function record(
  tx: Db,
  by: { actor: Actor | null; personId?: string; now: Date },
  where: Where,
  ...events: ActivityEvent[]
): Promise<void> {
  if (events.length === 0) return;
  const place = by.actor && where.projectId ? placeIn(by.actor, where.projectId) : null;
  const rows = await tx
    .insert(activity)
    .values(
      events.map((event) => ({
        at: by.now,
        projectId: where.projectId ?? null,
        organisationId: where.organisationId ?? place?.organisationId ?? null,
        personId: by.actor?.personId ?? by.personId ?? null,
        outputId: where.outputId ?? null,
        type: event.type,
        data: event.data,
      })),
    )
    .returning({ id: activity.id, type: activity.type });
  for (const row of rows) {
    if ((mailedEvents as readonly string[]).includes(row.type)) {
      await enqueue(tx, "notify", { activityId: row.id.toString() });
    }
  }
}
