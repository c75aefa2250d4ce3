import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { daysBetweenLetters } from "@/domain/follows";
import { defaultSettings } from "@/domain/notifications";
import { maxAttempts } from "@/server/jobs/enqueue";
import { findDue, hourOf, zoneOf } from "@/server/notifications/queries/find-due";

const followers = sql`(select f.person_id from follows f)`;
/** Half a day less than the time between two e-mails, because the clocks may change in between. */
const soonest = sql`make_interval(hours => ${daysBetweenLetters * 24 - 12})`;
/** How many people one transaction takes. */
const batch = 500;

/**
 * Enqueues the e-mail about what they follow for each person whose hour has come on their day of the week. It is sent
 * when something is new. `followed_until` is set in the same transaction, so that of two workers one enqueues it.
 */
export async function tellFollowers(db: Db, now: Date): Promise<void> {
  const due = await findDue(db, now, followers);
  if (due.length === 0) return;
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows = await db.execute<{ last: string | null }>(sql`
      with due as materialized (
        select p.id, p.locale, d.today, d.until, s.followed_until as since
        from people p
        left join notification_settings s on s.person_id = p.id
        join json_to_recordset(${JSON.stringify(due)}::json)
          as d(zone text, hour int, today date, weekday int, until timestamptz) on d.zone = ${zoneOf} and d.hour = ${hourOf}
        where p.id > ${after}::uuid and p.id in ${followers}
          and coalesce(s.weekday, ${defaultSettings.weekday}) = d.weekday
          and (s.followed_until is null or s.followed_until < d.until - ${soonest})
          and (s.paused_until is null or s.paused_until <= d.today)
        order by p.id limit ${batch}),
      claimed as (
        insert into notification_settings as own (person_id, followed_until) select id, until from due
        on conflict (person_id) do update set followed_until = excluded.followed_until
          where own.followed_until is null or own.followed_until < excluded.followed_until - ${soonest}
        returning person_id),
      jobs as (
        select graphile_worker.add_job('send_mail', json_build_object(
          'dedupeKey', 'followed:' || due.id || ':' || due.today, 'template', 'followed', 'address', a.address,
          'personId', due.id, 'locale', due.locale, 'props', json_build_object('since', due.since, 'until', due.until)),
          max_attempts => ${maxAttempts}::int)
        from claimed join due on due.id = claimed.person_id
        join addresses a on a.person_id = due.id and a.is_primary and a.confirmed_at is not null)
      select (array_agg(id order by id desc))[1] as last, (select count(*) from jobs) from due`);
    const last = rows[0]?.last;
    if (!last) return;
    after = last;
  }
}
