import { eq, lt, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { workers } from "@/db/schema";
import { log } from "@/server/log";

const everyMs = 15_000;
/** A worker without a heartbeat for this time, four intervals, counts as dead. */
const deadAfter = sql`interval '60 seconds'`;

/** Stores the heartbeat of this worker. */
export async function beat(db: Db, workerId: string): Promise<void> {
  const beatAt = sql`now()`;
  await db.insert(workers).values({ id: workerId, beatAt }).onConflictDoUpdate({ target: workers.id, set: { beatAt } });
}

/**
 * Unlocks jobs of dead workers; graphile-worker itself waits four hours. A worker of a release without heartbeats
 * counts as dead when its job takes more than a minute: jobs may run twice.
 */
export async function freeJobsOfDeadWorkers(db: Db): Promise<void> {
  await db.delete(workers).where(lt(workers.beatAt, sql`now() - ${deadAfter}`));
  await db.execute(sql`select graphile_worker.force_unlock_workers(dead.ids) from (
    select array_agg(distinct j.locked_by) as ids from graphile_worker.jobs j
    where j.locked_at < now() - ${deadAfter} and not exists (select 1 from workers w where w.id = j.locked_by)
  ) as dead where dead.ids is not null`);
}

/** Every fifteen seconds stores the heartbeat of this worker and unlocks jobs of dead ones. */
export function startHeartbeat(db: Db, workerId: string): { stop: () => Promise<void> } {
  let under: Promise<void> = Promise.resolve();
  const turn = async () => {
    await beat(db, workerId);
    await freeJobsOfDeadWorkers(db);
  };
  const go = () => {
    under = turn().catch((problem: unknown) => {
      log.error({ err: problem }, "The heartbeat of the job worker could not be written.");
    });
  };
  go();
  const timer = setInterval(go, everyMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await under;
      await db.delete(workers).where(eq(workers.id, workerId));
    },
  };
}
