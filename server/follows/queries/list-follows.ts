import { and, asc, eq, exists, gt, sql } from "drizzle-orm";
import { addresses, follows, mailStops, practiceEditions, practices } from "@/db/schema";
import { decodeCursor, encodeCursor, pageSize } from "@/domain/page";
import type { MemberContext } from "@/server/context";

/**
 * What a person follows, the earliest first, and whether they stopped these e-mails by a link. `practice` is null for a
 * search; a withdrawn practice has no address.
 */
export async function listFollows(ctx: MemberContext, { cursor }: { cursor?: string | undefined }) {
  const { personId } = ctx.actor;
  const position = decodeCursor(cursor, ["uuid"]);
  const rows = await ctx.db
    .select({
      id: follows.id,
      search: follows.search,
      name: follows.name,
      title: sql<string | null>`${practiceEditions.content}->>'title'`,
      slug: practices.slug,
      practiceId: follows.practiceId,
    })
    .from(follows)
    .leftJoin(practices, eq(practices.id, follows.practiceId))
    .leftJoin(
      practiceEditions,
      and(eq(practiceEditions.practiceId, practices.id), eq(practiceEditions.number, practices.edition)),
    )
    .where(and(eq(follows.personId, personId), position ? gt(follows.id, String(position[0])) : undefined))
    .orderBy(asc(follows.id))
    .limit(pageSize + 1);
  const stop = ctx.db
    .select({ id: mailStops.id })
    .from(mailStops)
    .innerJoin(addresses, eq(addresses.address, mailStops.address))
    .where(and(eq(addresses.personId, personId), eq(addresses.isPrimary, true), eq(mailStops.kind, "follows")));
  const [stopped] = await ctx.db.select({ is: sql<boolean>`${exists(stop)}` }).from(sql`(select 1) as one`);
  const items = rows.slice(0, pageSize).map(({ title, slug, practiceId, ...follow }) => ({
    ...follow,
    practice: practiceId === null ? null : { id: practiceId, title, slug: title === null ? null : slug },
  }));
  const last = items.at(-1);
  return {
    items,
    nextCursor: rows.length > pageSize && last ? encodeCursor([last.id]) : null,
    stopped: stopped?.is ?? false,
  };
}
