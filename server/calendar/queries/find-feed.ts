import { sql } from "drizzle-orm";
import { requireConsortiumMember } from "@/domain/actor";
import type { CalendarFeed } from "@/domain/schemas/calendar";
import { calendarToken } from "@/server/auth/tokens";
import type { MemberContext } from "@/server/context";
import { env } from "@/server/env";

/** The address of a calendar for programs that subscribe to it. */
export const calendarAddress = (secret: string) => `${env().APP_URL}/calendar/${secret}.ics`;

/**
 * The person's private calendar address for one project, or for all; null before it was made, and after the key of the
 * server changed. Errors: project.not_found, also for evaluators.
 */
export async function findFeed(ctx: MemberContext, input: CalendarFeed) {
  const projectId = input.slug === undefined ? null : requireConsortiumMember(ctx.actor, input.slug).projectId;
  const [row] = await ctx.db.execute<{ id: string; hash: string; at: number }>(sql`select id, hash,
      (extract(epoch from created_at) * 1000)::float8 as at
    from calendar_feeds where person_id = ${ctx.actor.personId} and ended_at is null
      and project_id is not distinct from ${projectId}::uuid`);
  if (!row) return null;
  const { raw, hash } = calendarToken(row.id);
  return hash === row.hash ? { address: calendarAddress(raw), since: new Date(row.at) } : null;
}
