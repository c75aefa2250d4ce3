import { and, eq, isNull, lt, or } from "drizzle-orm";
import { people } from "@/db/schema";
import type { MarkSeen } from "@/domain/schemas/people";
import type { MemberContext } from "@/server/context";
import { seenBefore } from "../queries/news";

/**
 * Stores that the person has seen the news up to `until`, the time the page was rendered. A time before the stored one,
 * from a page that was left open, changes nothing; a time in the future counts as now.
 */
export async function markSeen(ctx: MemberContext, input: MarkSeen): Promise<void> {
  const until = input.until < ctx.now ? input.until : ctx.now;
  await ctx.db
    .update(people)
    .set({ previousSeenAt: seenBefore(until), seenAt: until })
    .where(and(eq(people.id, ctx.actor.personId), or(isNull(people.seenAt), lt(people.seenAt, until))));
}
