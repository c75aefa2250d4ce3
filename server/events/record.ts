import type { Db } from "@/db/client";
import { activity } from "@/db/schema";
import { type Actor, participationIn } from "@/domain/actor";
import { type ActivityEvent, checkEvent, events as definitions } from "@/domain/events/events";
import type { MemberContext } from "@/server/context";
import { enqueue } from "@/server/jobs/enqueue";
import { signal } from "@/server/signal";

type Where = { projectId?: string; outputId?: string; organisationId?: string };

/**
 * Inserts events in the transaction of the change; nothing else inserts into `activity`. The organisation is the one
 * that the actor currently acts for in that project. Events with an audience enqueue their `notify` job in the same
 * transaction, and open pages of the project are told that something is newer. `via` is added to the data of an act by a
 * link of an e-mail. Throws a ZodError when the data of an event does not have its shape.
 */
export async function record(
  tx: Db,
  by: { actor: Actor | null; personId?: string; via?: MemberContext["via"]; now: Date },
  where: Where,
  ...events: ActivityEvent[]
): Promise<void> {
  if (events.length === 0) return;
  const participation = by.actor && where.projectId ? participationIn(by.actor, where.projectId) : null;
  const way = by.via === undefined ? {} : { via: by.via };
  const checked = events.map((event) => ({ type: event.type, data: { ...checkEvent(event), ...way } }));
  const rows = await tx
    .insert(activity)
    .values(
      checked.map(({ type, data }) => ({
        at: by.now,
        projectId: where.projectId ?? null,
        organisationId: where.organisationId ?? participation?.organisationId ?? null,
        personId: by.actor?.personId ?? by.personId ?? null,
        outputId: where.outputId ?? null,
        type,
        kind: definitions[type].kind,
        data,
      })),
    )
    .returning({ id: activity.id });
  if (where.projectId) await signal(tx, [{ about: "project", projectId: where.projectId }]);
  for (const [index, { type }] of checked.entries()) {
    const row = rows[index];
    if (row && definitions[type].audience.length > 0) {
      await enqueue(tx, "notify", { activityId: row.id.toString() });
    }
  }
}
