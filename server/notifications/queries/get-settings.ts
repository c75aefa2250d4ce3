import { eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { notificationSettings } from "@/db/schema";
import { defaultSettings } from "@/domain/notifications";
import type { NotificationSettings } from "@/domain/schemas/notifications";

/** When a person wants which e-mails. What they stopped for their main address by a link in an e-mail is off. */
export async function getSettings(db: Db, personId: string): Promise<NotificationSettings> {
  const [row] = await db.select().from(notificationSettings).where(eq(notificationSettings.personId, personId));
  const { asked, news, comments, reminders, letter, hour, weekday, pausedUntil } = row ?? defaultSettings;
  const rows = await db.execute<{ kind: string }>(sql`select s.kind from mail_stops s
    join addresses a on a.address = s.address
    where a.person_id = ${personId} and a.is_primary and a.confirmed_at is not null`);
  const stopped = [...rows].map(({ kind }) => kind);
  const chosen = stopped.includes("news") ? ({ asked: "never", news: "never", comments: "never" } as const) : {};
  return {
    ...{ asked, news, comments, ...chosen },
    ...{ hour, weekday, pausedUntil, reminders: reminders && !stopped.includes("reminders") },
    letter: letter && !stopped.includes("letters"),
  };
}
