import { type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { dayIn, minuteIn, weekdayOf } from "@/domain/dates";
import { defaultSettings } from "@/domain/notifications";
import { defaultReader } from "@/messages/translators";

/** A time zone with an hour of its people that has come today, as they read their clock; `until` is that hour. */
type Due = { zone: string; hour: number; today: string; weekday: number; until: string };

/** The time zone and the hour of the person `p` with the settings `s`. */
export const zoneOf = sql`coalesce(p.time_zone, ${defaultReader.timeZone})`;
export const hourOf = sql`coalesce(s.hour, ${defaultSettings.hour})`;

/**
 * The time zones and hours of these people that are due. When the clocks change, an hour that is left out is due at the
 * next one.
 */
export async function findDue(db: Db, now: Date, people: SQL): Promise<Due[]> {
  const chosen = await db.execute<{ zone: string; hour: number }>(sql`select distinct ${zoneOf} as zone,
      ${hourOf}::int as hour
    from people p left join notification_settings s on s.person_id = p.id
    where p.id in ${people}`);
  return [...chosen].flatMap(({ zone, hour }) => {
    const late = minuteIn(now, zone) - hour * 60;
    if (late < 0) return [];
    const today = dayIn(now, zone);
    const until = new Date(now.getTime() - late * 60_000).toISOString();
    return [{ zone, hour, today, weekday: weekdayOf(today), until }];
  });
}
