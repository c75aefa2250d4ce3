import { and, eq, isNull, sql } from "drizzle-orm";
import { calendarFeeds, people } from "@/db/schema";
import { requireConsortiumMember } from "@/domain/actor";
import { DomainError } from "@/domain/errors";
import type { RenewCalendar } from "@/domain/schemas/calendar";
import { calendarToken } from "@/server/auth/tokens";
import type { MemberContext } from "@/server/context";
import { record } from "@/server/events/record";
import { logSecurity } from "@/server/security-log";

/**
 * Makes a private calendar address for the person, for one project or for all; the address before it is not found any
 * more. A repeated id changes nothing. Errors: project.not_found, also for evaluators; input.id_taken.
 */
export async function renewFeed(ctx: MemberContext, input: RenewCalendar): Promise<void> {
  const { personId } = ctx.actor;
  const projectId = input.slug === undefined ? null : requireConsortiumMember(ctx.actor, input.slug).projectId;
  const made = await ctx.db.transaction(async (tx) => {
    // Two renewals at the same time wait for each other, so that one address remains.
    await tx.select({ id: people.id }).from(people).where(eq(people.id, personId)).for("no key update");
    const [again] = await tx.select().from(calendarFeeds).where(eq(calendarFeeds.id, input.id));
    if (again) {
      if (again.personId !== personId || again.projectId !== projectId) throw new DomainError("input.id_taken");
      return false;
    }
    await tx
      .update(calendarFeeds)
      .set({ endedAt: ctx.now })
      .where(
        and(
          eq(calendarFeeds.personId, personId),
          sql`${calendarFeeds.projectId} is not distinct from ${projectId}::uuid`,
          isNull(calendarFeeds.endedAt),
        ),
      );
    const { hash } = calendarToken(input.id);
    await tx.insert(calendarFeeds).values({ id: input.id, personId, projectId, hash, createdAt: ctx.now });
    await record(tx, ctx, {}, { type: "person.calendar_renewed", data: {} });
    return true;
  });
  if (made) logSecurity("calendar.renewed", { account: personId, network: ctx.ip });
}
