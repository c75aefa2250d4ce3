import { setTimeout as wait } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { pendingMigrations } from "@/db/migrate";
import { storage } from "@/server/files/open-storage";
import { workerRunsHere } from "@/server/jobs/worker-state";

export interface Health {
  ready: boolean;
  checks: Record<"database" | "migrations" | "worker" | "storage", boolean>;
  /** Seconds that the oldest due job has been waiting; null when none is due or the database does not answer. */
  oldestDueJobSeconds: number | null;
}

const maxQueueDelay = "10 minutes";

const checkMs = 3_000;

/** The result of a check, or `otherwise` when it fails or takes more than three seconds. */
async function inTime<T>(check: () => Promise<T>, otherwise: T): Promise<T> {
  return Promise.race([check().catch(() => otherwise), wait(checkMs, otherwise, { ref: false })]);
}

const holds = (check: () => Promise<boolean>) => inTime(check, false);

async function oldestDueJob(): Promise<number | null> {
  const [row] = await db().execute<{ seconds: number | null }>(sql`
    select floor(extract(epoch from now() - min(run_at)))::int as seconds from graphile_worker.jobs
    where run_at <= now() and attempts < max_attempts`);
  return row?.seconds ?? null;
}

async function queueMoves(): Promise<boolean> {
  if (workerRunsHere()) return true;
  const rows = await db().execute<{ late: boolean }>(sql`
    select exists (
      select 1 from graphile_worker.jobs
      where locked_at is null and attempts < max_attempts and run_at < now() - ${maxQueueDelay}::interval
    ) as late`);
  return rows[0]?.late === false;
}

/** Whether this instance can serve requests. */
export async function health(): Promise<Health> {
  const [database, migrations, worker, stored, oldestDueJobSeconds] = await Promise.all([
    holds(async () => (await db().execute(sql`select 1`)).length === 1),
    holds(async () => (await pendingMigrations(db(), process.cwd())) === 0),
    holds(queueMoves),
    holds(async () => (await storage()).healthy()),
    inTime(oldestDueJob, null),
  ]);
  return {
    ready: database && migrations && worker && stored,
    checks: { database, migrations, worker, storage: stored },
    oldestDueJobSeconds,
  };
}
