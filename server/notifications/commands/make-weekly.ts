import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { addDays, dayInBrussels, weekdayOf } from "@/domain/dates";
import { quietNoticeDays } from "@/domain/reminders";
import { maxAttempts } from "@/server/jobs/enqueue";
import { lastHeard } from "../queries/read-weekly";

/** How many projects one statement takes. */
const batch = 200;

/**
 * Enqueues the weekly e-mail of each running project to its coordinators, once a week: `weekly_on` is set in the same
 * statement, and a second worker that waits for it finds the week taken. Tells organisations a week before the e-mail
 * names them as quiet, in private. Run by a cron job, so that a missed hour is made up for later in the week.
 */
export async function makeWeekly(db: Db, now: Date): Promise<void> {
  const today = dayInBrussels(now);
  const monday = addDays(today, 1 - weekdayOf(today));
  const notTaken = sql`(p.weekly_on is null or p.weekly_on < ${monday}::date)`;
  for (;;) {
    const rows = await db.execute<{ taken: number }>(sql`
      with taken as (
        update projects p set weekly_on = ${monday}::date
        where ${notTaken} and p.id in (
          select p.id from projects p where p.status = 'running' and ${notTaken} order by p.id limit ${batch})
        returning p.id, p.acronym, p.slug, p.quiet_days),
      quiet as (
        update participations pa set told_quiet_on = ${today}::date from taken t
        where pa.project_id = t.id and pa.kind in ('partner', 'associated') and pa.joined_at is not null
          and (pa.ended_on is null or pa.ended_on >= ${today}::date)
          and ${lastHeard} <= ${today}::date - (t.quiet_days - ${quietNoticeDays}::int)
          and (pa.told_quiet_on is null or pa.told_quiet_on < ${lastHeard})
        returning pa.id, pa.organisation_id, t.id as project_id, t.acronym, t.slug, ${lastHeard} as since),
      mails as (
        select 'weekly:' || t.id || ':' || ${monday}::text as key, 'weekly' as template, pp.person_id,
          json_build_object('projectId', t.id) as props
        from taken t join participations pa on pa.project_id = t.id and pa.kind = 'coordinator'
        join participation_people pp on pp.participation_id = pa.id and pp.role = 'manager' and pp.ended_at is null
        union all
        select 'quiet:' || q.id || ':' || ${today}::text, 'quiet', pp.person_id, json_build_object(
          'participationId', q.id, 'project', q.acronym, 'slug', q.slug, 'organisation', o.short_name, 'since', q.since)
        from quiet q join organisations o on o.id = q.organisation_id
        join participation_people pp on pp.participation_id = q.id and pp.role = 'manager' and pp.ended_at is null),
      jobs as (
        select graphile_worker.add_job('send_mail', json_build_object('dedupeKey', m.key || ':' || pe.id,
          'template', m.template, 'address', a.address, 'personId', pe.id, 'locale', pe.locale, 'props', m.props),
          max_attempts => ${maxAttempts}::int)
        from mails m join people pe on pe.id = m.person_id and pe.closed_at is null
        join addresses a on a.person_id = pe.id and a.is_primary and a.confirmed_at is not null)
      select (select count(*)::int from taken) as taken, (select count(*) from jobs)`);
    if ((rows[0]?.taken ?? 0) < batch) return;
  }
}
