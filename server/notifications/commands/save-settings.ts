import { and, eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { addresses, mailStops } from "@/db/schema";
import type { NotificationSettings } from "@/domain/schemas/notifications";
import type { MemberContext } from "@/server/context";

/** Stops or allows kinds of e-mail to the person's main address; without a confirmed one there is nothing to stop. */
export async function saveSettings(ctx: MemberContext, input: NotificationSettings): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const [to] = await tx
      .select({ address: addresses.address })
      .from(addresses)
      .where(
        and(
          eq(addresses.personId, ctx.actor.personId),
          eq(addresses.isPrimary, true),
          sql`${addresses.confirmedAt} is not null`,
        ),
      );
    if (!to) return;
    for (const kind of ["news", "reminders"] as const) {
      if (input[kind]) {
        await tx.delete(mailStops).where(and(eq(mailStops.address, to.address), eq(mailStops.kind, kind)));
      } else {
        await tx.insert(mailStops).values({ id: uuid(), address: to.address, kind }).onConflictDoNothing();
      }
    }
  });
}
