import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { defaultSettings, type MailKind, mailKinds } from "@/domain/notifications";
import { maxAttempts } from "@/server/jobs/enqueue";
import { findDue, hourOf, zoneOf } from "../queries/find-due";

const frequencyOf = (kind: MailKind) => sql`coalesce(s.${sql.identifier(kind)}, ${defaultSettings[kind]})`;
const waiting = sql`(select n.person_id from notifications n where n.digest is not null)`;

/** How many people one transaction takes. */
const batch = 500;
/** How many notifications an e-mail tells of; their number says how many more there are. */
const mostTold = 40;

/**
 * Enqueues the daily or weekly e-mail of each person whose hour has come, once a day: `digested_on` is set in the same
 * transaction, and a second worker that waits for it finds the day already taken. What happened after the hour waits
 * for the next day. Run by a cron job, so that a missed hour is made up for on the same day.
 */
export async function makeDigests(db: Db, now: Date): Promise<void> {
  const due = await findDue(db, now, waiting);
  if (due.length === 0) return;
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows = await db.execute<{ last: string | null }>(sql`
      with due as materialized (
        select p.id, p.locale, d.today, d.until, array_remove(array[${sql.join(
          mailKinds.map(
            (kind) => sql`case when ${frequencyOf(kind)} in ('at_once', 'daily')
              or (${frequencyOf(kind)} = 'weekly' and coalesce(s.weekday, ${defaultSettings.weekday}) = d.weekday)
              then ${kind}::text end`,
          ),
          sql`, `,
        )}], null) as kinds
        from people p
        left join notification_settings s on s.person_id = p.id
        join json_to_recordset(${JSON.stringify(due)}::json)
          as d(zone text, hour int, today date, weekday int, until timestamptz) on d.zone = ${zoneOf} and d.hour = ${hourOf}
        where p.id > ${after}::uuid and p.id in ${waiting}
          and (s.digested_on is null or s.digested_on < d.today)
          and (s.paused_until is null or s.paused_until <= d.today)
        order by p.id limit ${batch}),
      claimed as (
        insert into notification_settings as own (person_id, digested_on) select id, today from due
        on conflict (person_id) do update set digested_on = excluded.digested_on
          where own.digested_on is null or own.digested_on < excluded.digested_on
        returning person_id),
      recipients as materialized (select due.* from due join claimed on claimed.person_id = due.id),
      taken as (
        update notifications n set digest = null from recipients
        where n.person_id = recipients.id and n.digest = any(recipients.kinds) and n.at < recipients.until
        returning n.id, n.person_id, n.at),
      jobs as (
        select graphile_worker.add_job('send_mail', json_build_object(
          'dedupeKey', 'digest:' || recipients.id || ':' || recipients.today, 'template', 'digest', 'address', a.address,
          'personId', recipients.id, 'locale', recipients.locale, 'props', json_build_object('ids', told.ids, 'count', told.count)),
          max_attempts => ${maxAttempts}::int)
        from (select person_id, (array_agg(id order by at desc, id desc))[1:${mostTold}] as ids, count(*)::int as count
          from taken group by person_id) told
        join recipients on recipients.id = told.person_id
        join addresses a on a.person_id = recipients.id and a.is_primary and a.confirmed_at is not null)
      select (array_agg(id order by id desc))[1] as last, (select count(*) from jobs) from due`);
    const last = rows[0]?.last;
    if (!last) return;
    after = last;
  }
}
