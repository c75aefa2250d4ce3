import type { Db } from "@/db/client";
import { isNone } from "@/server/registry/belonging";
import { belongings } from "@/server/registry/registry";

/**
 * Merges two accounts of one person in the caller's transaction: all references to `from` are changed to `to`, and
 * `from` is closed. The registry says how for each table.
 */
export async function mergePeople(tx: Db, now: Date, from: string, to: string): Promise<void> {
  for (const { merge } of belongings) {
    if (isNone(merge)) continue;
    for (const statement of merge.statements({ from, to, now })) await tx.execute(statement);
  }
}
