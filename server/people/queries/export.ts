import { sql } from "drizzle-orm";
import type { MemberContext } from "@/server/context";
import { isNone } from "@/server/registry/belonging";
import { belongings } from "@/server/registry/registry";
import { getMe } from "./account";

/** More rows per table than one person creates; limits the response to what a browser can save. */
const maxRows = 50_000;

/** All data of the person, for their own copy (Article 15 and 20 GDPR); of files only the names. */
export async function exportMe(ctx: MemberContext) {
  const answer: Record<string, Record<string, unknown>[]> = {};
  for (const { personExport } of belongings) {
    if (isNone(personExport)) continue;
    for (const [name, rows] of Object.entries(personExport)) {
      answer[name] = [...(await ctx.db.execute(sql`${rows(ctx.actor.personId)} limit ${maxRows}`))];
    }
  }
  return { account: await getMe(ctx), ...answer };
}
