import { and, eq } from "drizzle-orm";
import { notificationMutes } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import type { Mute, Unmute } from "@/domain/schemas/notifications";
import type { MemberContext } from "@/server/context";
import { concerns } from "../queries/list-notifications";

/**
 * Mutes a subject: the person is told only what is asked of them. The last call counts. Errors: notification.not_found
 * for a subject that they were not told of.
 */
export async function mute(ctx: MemberContext, { subject, until }: Mute): Promise<void> {
  if (!(await concerns(ctx, subject))) throw new DomainError("notification.not_found");
  const end = { until: until ?? null };
  await ctx.db
    .insert(notificationMutes)
    .values({ personId: ctx.actor.personId, subjectType: subject.type, subjectId: subject.id, ...end })
    .onConflictDoUpdate({
      target: [notificationMutes.personId, notificationMutes.subjectType, notificationMutes.subjectId],
      set: end,
    });
}

/** Ends the muting of a subject; nothing happens when it is not muted. */
export async function unmute(ctx: MemberContext, { subject }: Unmute): Promise<void> {
  await ctx.db
    .delete(notificationMutes)
    .where(
      and(
        eq(notificationMutes.personId, ctx.actor.personId),
        eq(notificationMutes.subjectType, subject.type),
        eq(notificationMutes.subjectId, subject.id),
      ),
    );
}
