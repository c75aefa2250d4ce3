import { and, eq, inArray, isNotNull, notInArray } from "drizzle-orm";
import type { Db } from "@/db/client";
import { addresses, mailStops, notifications, notificationSettings } from "@/db/schema";
import { mailKinds } from "@/domain/notifications";
import type { NotificationSettings } from "@/domain/schemas/notifications";

/**
 * Stores when a person wants which e-mails; the last call counts. Replaces what they stopped for their addresses by a
 * link. What waits for a daily or weekly e-mail of a kind that they turn off is not sent.
 */
export async function saveSettings(db: Db, personId: string, settings: NotificationSettings): Promise<void> {
  const wanted = mailKinds.filter((kind) => settings[kind] !== "never");
  await db.transaction(async (tx) => {
    await tx
      .insert(notificationSettings)
      .values({ personId, ...settings })
      .onConflictDoUpdate({ target: notificationSettings.personId, set: settings });
    const own = tx
      .select({ address: addresses.address })
      .from(addresses)
      .where(and(eq(addresses.personId, personId), isNotNull(addresses.confirmedAt)));
    await tx
      .delete(mailStops)
      .where(
        and(inArray(mailStops.address, own), inArray(mailStops.kind, ["news", "reminders", "follows", "letters"])),
      );
    await tx
      .update(notifications)
      .set({ digest: null })
      .where(
        and(
          eq(notifications.personId, personId),
          isNotNull(notifications.digest),
          notInArray(notifications.digest, wanted),
        ),
      );
  });
}
