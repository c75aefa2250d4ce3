import { and, desc, eq, gt, isNull, lt, or, sql } from "drizzle-orm";
import { sessions } from "@/db/schema";
import { decodeCursor, pageSize, toPage } from "@/domain/page";
import { sessionDays } from "@/domain/people";
import type { MemberContext } from "@/server/context";

const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000);

/** The open sessions of the signed-in person, most recently used first. */
export async function listSessions(ctx: MemberContext, input: { cursor?: string | undefined }) {
  const cursor = decodeCursor(input.cursor, ["moment", "uuid"]);
  const from = cursor && { seen: new Date(Number(cursor[0])), id: String(cursor[1]) };
  const rows = await ctx.db
    .select({
      id: sessions.id,
      browser: sessions.browser,
      system: sessions.system,
      lastSeenAt: sessions.lastSeenAt,
      createdAt: sessions.createdAt,
      isCurrent: sql<boolean>`${sessions.id} = ${ctx.session?.id ?? null}::uuid`.mapWith(Boolean),
    })
    .from(sessions)
    .where(
      and(
        eq(sessions.personId, ctx.actor.personId),
        isNull(sessions.endedAt),
        gt(sessions.lastSeenAt, daysBefore(ctx.now, sessionDays.idle)),
        gt(sessions.createdAt, daysBefore(ctx.now, sessionDays.absolute)),
        from
          ? or(lt(sessions.lastSeenAt, from.seen), and(eq(sessions.lastSeenAt, from.seen), lt(sessions.id, from.id)))
          : undefined,
      ),
    )
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.id))
    .limit(pageSize + 1);
  return toPage(rows, pageSize, (row) => [row.lastSeenAt.getTime(), row.id]);
}
