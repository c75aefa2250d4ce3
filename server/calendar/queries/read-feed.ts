import { sql } from "drizzle-orm";
import { addDays, dayInBrussels, type IsoDate } from "@/domain/dates";
import { DomainError } from "@/domain/errors";
import { hashToken } from "@/server/auth/tokens";
import type { Context } from "@/server/context";
import { limit } from "@/server/rate-limit";
import { type CalendarRow, calendarDays } from "./calendar-days";

/** Days of a feed: late ones of the last year, and two years ahead. */
const daysBack = 366;
const daysAhead = 2 * 366;
const mostDays = 1_000;

type Feed = { locale: string; timeZone: string | null; acronym: string | null };
type Row = Feed & { day: (CalendarRow & { dueOn: IsoDate; changedAt: number }) | null };

/**
 * What a calendar program reads at a private address: the person's own unfinished days, or those of everybody in one
 * project, as the person may see them now; at most a thousand. The address, the rights and the days are one statement.
 * Errors: calendar.not_found, rate.limited.
 */
export async function readFeed(ctx: Context, input: { secret: string }) {
  await limit("calendarIp", ctx.ip);
  const hash = hashToken(input.secret);
  await limit("calendarFeed", hash);
  const today = dayInBrussels(ctx.now);
  // Not joined to the days, so that a feed without days is found. The project's part in it has not ended.
  const rights = sql`select pp.project_id, pa.organisation_id, pa.kind <> 'evaluator'
    from feed join participation_people pp on pp.person_id = feed.person_id and pp.ended_at is null
    join participations pa on pa.id = pp.participation_id and pa.joined_at is not null
      and (pa.ended_on is null or pa.ended_on >= ${today}::date)
    where feed.project_id is null or (pp.project_id = feed.project_id and pa.kind <> 'evaluator')`;
  const days = (who: "me" | "everyone") =>
    calendarDays({
      rights: sql`select * from rights where ${who === "me" ? sql`(select project_id from feed) is null` : sql`(select project_id from feed) is not null`}`,
      personId: sql`(select person_id from feed)`,
      who,
      from: sql`${addDays(today, -daysBack)}::date`,
      to: sql`${addDays(today, daysAhead)}::date`,
      waiting: true,
      limit: mostDays,
    });
  const changedAt = sql`(extract(epoch from coalesce(case d.kind
      when 'output' then (select max(a.at) from activity a where a.output_id = d.id)
      when 'task' then (select max(s.created_at) from task_steps s where s.task_id = d.id) end, case d.kind
      when 'output' then (select o.created_at from outputs o where o.id = d.id)
      when 'task' then (select t.created_at from tasks t where t.id = d.id)
      else (select v.created_at from reviews v where v.id = d.id) end)) * 1000)::float8`;
  const rows = await ctx.db.execute<Row>(sql`with feed as materialized (
      select f.person_id, f.project_id, pe.locale, pe.time_zone
      from calendar_feeds f join people pe on pe.id = f.person_id and pe.closed_at is null
      where f.hash = ${hash} and f.ended_at is null),
    rights (project_id, organisation_id, member) as materialized (${rights}),
    days as ((${days("me")}) union all (${days("everyone")}))
    select feed.locale, feed.time_zone as "timeZone", pr.acronym,
      case when d.id is not null then to_jsonb(d) || jsonb_build_object('changedAt', ${changedAt}) end as day
    from feed left join projects pr on pr.id = feed.project_id left join days d on true
    where feed.project_id is null or exists (select from rights)
    order by d."dueOn", d.id`);
  const [feed] = rows;
  if (!feed) throw new DomainError("calendar.not_found");
  return {
    locale: feed.locale,
    /** The project of the feed; null for the person's own. */
    acronym: feed.acronym,
    days: rows.flatMap(({ day }) => (day ? [{ ...day, changedAt: new Date(day.changedAt) }] : [])),
  };
}
