import { and, eq, gt, inArray, isNull, or } from "drizzle-orm";
import type { Db } from "@/db/client";
import { notificationMutes } from "@/db/schema";

/** A subject that a person muted; for good when `until` is null. */
export type Muted = { until: Date | null };

/** Which of these subjects, threads and projects the person has muted now, by id. */
export async function findMutes(
  db: Db,
  now: Date,
  personId: string,
  subjectIds: readonly string[],
): Promise<Map<string, Muted>> {
  const rows = await db
    .select({ id: notificationMutes.subjectId, until: notificationMutes.until })
    .from(notificationMutes)
    .where(
      and(
        eq(notificationMutes.personId, personId),
        inArray(notificationMutes.subjectId, [...subjectIds]),
        or(isNull(notificationMutes.until), gt(notificationMutes.until, now)),
      ),
    );
  return new Map(rows.map(({ id, until }) => [id, { until }]));
}
