import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";

/** Rows sealed by one statement, which then takes far less time than a statement may. */
const batchSize = 1_000;

/** Seals the pending rows of the record and counts them by month, batch by batch, until nothing is pending. */
export async function sealActivity(db: Db): Promise<void> {
  for (let sealed = batchSize; sealed === batchSize;) {
    const [row] = await db.execute<{ sealed: number }>(sql`select seal_activity(${batchSize}) as sealed`);
    sealed = row?.sealed ?? 0;
  }
}

/** The end of the chain of a project: number and hash of its last sealed row, and when it was sealed. */
export type ChainHead = { number: string; hash: string; at: Date };

/** The end of the chain of a project; null while no row of it is sealed. */
export async function findProjectHead(db: Db, projectId: string): Promise<ChainHead | null> {
  const [head] = await db.execute<{ number: string; hash: string; at: string }>(sql`
    select c.number::text, c.hash, s.sealed_at::text as at from activity_chains c
    join activity_seals s on s.chain_id = c.id and s.number = c.number
    where c.kind = 'project' and c.subject_id = ${projectId}`);
  return head ? { ...head, at: new Date(head.at) } : null;
}
