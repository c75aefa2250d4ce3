import { and, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { findings } from "@/db/schema";

/** Must-findings on an output that are not closed, from all its submissions; drafts do not count. */
export async function countOpenMustFindings(db: Db, outputId: string): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(findings)
    .where(
      and(
        eq(findings.outputId, outputId),
        eq(findings.weight, "must"),
        sql`${findings.status} in ('open', 'fixed', 'declined')`,
      ),
    );
  return row?.count ?? 0;
}
