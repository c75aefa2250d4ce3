import { and, eq, inArray, isNull } from "drizzle-orm";
import { notifications } from "@/db/schema";
import type { ReadNotifications } from "@/domain/schemas/notifications";
import type { MemberContext } from "@/server/context";

/** Marks some of the person's notifications as read, or all; those of other people are ignored. */
export async function readNotifications(ctx: MemberContext, input: ReadNotifications): Promise<void> {
  await ctx.db
    .update(notifications)
    .set({ readAt: ctx.now })
    .where(
      and(
        eq(notifications.personId, ctx.actor.personId),
        isNull(notifications.readAt),
        "ids" in input ? inArray(notifications.id, input.ids) : undefined,
      ),
    );
}
