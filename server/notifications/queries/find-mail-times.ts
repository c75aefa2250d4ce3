import { eq, getTableColumns, inArray } from "drizzle-orm";
import type { Db } from "@/db/client";
import { notificationSettings, people } from "@/db/schema";
import { dayIn } from "@/domain/dates";
import { defaultSettings, type MailKind } from "@/domain/notifications";
import { defaultReader } from "@/messages/translators";

/** `later`: in the daily or weekly e-mail. */
export type MailTime = "at_once" | "later" | "never";

/** When each person wants an e-mail of this kind; while their e-mails are paused, in the first one after that. */
export async function findMailTimes<Told extends { personId: string; kind: MailKind }>(
  db: Db,
  now: Date,
  told: readonly Told[],
): Promise<(Told & { time: MailTime })[]> {
  const ids = told.map(({ personId }) => personId);
  const rows = await db
    .select({ ...getTableColumns(notificationSettings), timeZone: people.timeZone })
    .from(notificationSettings)
    .innerJoin(people, eq(people.id, notificationSettings.personId))
    .where(inArray(notificationSettings.personId, ids));
  return told.map((one) => {
    const settings = rows.find(({ personId }) => personId === one.personId) ?? { ...defaultSettings, timeZone: null };
    const frequency = settings[one.kind];
    if (frequency === "never") return { ...one, time: "never" };
    const today = dayIn(now, settings.timeZone ?? defaultReader.timeZone);
    const paused = settings.pausedUntil !== null && settings.pausedUntil > today;
    return { ...one, time: frequency === "at_once" && !paused ? "at_once" : "later" };
  });
}
