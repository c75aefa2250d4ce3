import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { pendingMigrations } from "@/db/migrate";
import { storage } from "@/server/files/storage";
import { workerRunsHere } from "@/server/jobs/worker-state";

export interface Health {
  ready: boolean;
  checks: Record<"database" | "migrations" | "worker" | "storage", boolean>;
}

const patienceWithQueue = "10 minutes";

async function holds(check: () => Promise<boolean>): Promise<boolean> {
  // A check that cannot even be made has failed: the caller is told which, the log of the database says why.
  return check().catch(() => false);
}

async function queueMoves(): Promise<boolean> {
  if (workerRunsHere()) return true;
  const rows = await db().execute<{ late: boolean }>(sql`
    select exists (
      select 1 from graphile_worker.jobs
      where locked_at is null and attempts < max_attempts and run_at < now() - ${patienceWithQueue}::interval
    ) as late`);
  return rows[0]?.late === false;
}

/** Whether this instance can do its work now. */
export async function health(): Promise<Health> {
  const [database, migrations, worker, stored] = await Promise.all([
    holds(async () => (await db().execute(sql`select 1`)).length === 1),
    holds(async () => (await pendingMigrations(db(), process.cwd())) === 0),
    holds(queueMoves),
    holds(async () => (await storage()).healthy()),
  ]);
  return {
    ready: database && migrations && worker && stored,
    checks: { database, migrations, worker, storage: stored },
  };
}
