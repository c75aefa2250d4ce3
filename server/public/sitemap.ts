import { sql } from "drizzle-orm";
import type { Context } from "@/server/context";
import { hasPage, hasPartnerPage } from "./public-sql";

/** Pages that every site has. */
const ownPaths = [
  "/",
  "/library",
  "/practices",
  "/impacts",
  "/can-we-apply",
  "/rules",
  "/unit-costs",
  "/what-may-we-claim",
];

/** The largest number of addresses that a sitemap may hold. */
const mostAddresses = 50_000;

const everything = sql`(
  select '/outputs/' || slug as path, published_at as changed, id from publications where status = 'published'
  union all select '/practices/' || slug, published_at, id from practices where edition is not null
  union all select '/partnerships/' || pr.public_slug, null, pr.id from projects pr where ${hasPage}
  union all select '/partners/' || o.public_slug, null, o.id from organisations o where ${hasPartnerPage}) a`;

/**
 * A page of the addresses that search engines may read, and how many pages there are. The first page begins with the
 * pages that every site has.
 */
export async function listAddresses(ctx: Pick<Context, "db">, { page }: { page: number }, most = mostAddresses) {
  const size = most - ownPaths.length;
  const [total] = await ctx.db.execute<{ count: number }>(sql`select count(*)::int as count from ${everything}`);
  const rows = await ctx.db.execute<{ path: string; changed: string | null }>(sql`select a.path,
      to_char(a.changed at time zone 'UTC', 'YYYY-MM-DD') as changed
    from ${everything} order by a.id, a.path limit ${size} offset ${page * size}`);
  const own = page === 0 ? ownPaths.map((path) => ({ path, changed: null })) : [];
  return { pages: Math.max(1, Math.ceil((total?.count ?? 0) / size)), addresses: [...own, ...rows] };
}
