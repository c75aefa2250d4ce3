import { type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";

async function untilWaiting(db: Db, count: number): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const [row] = await db.execute<{ waiting: number }>(sql`select count(*)::int as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`);
    if (row && row.waiting >= count) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`Not all of the ${count} calls waited for the lock.`);
}

function signal(): { opened: Promise<void>; open: () => void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened: opened, open: open };
}

/**
 * Starts calls while `lock` is held on another connection, waits until each of them waits for a lock, and then releases
 * it, so that the race always occurs. `db` must be a pool on a separate database.
 */
export async function race<T>(db: Db, lock: SQL, calls: (() => Promise<T>)[]): Promise<T[]> {
  const [locked, released] = [signal(), signal()];
  const holder = db.transaction(async (tx) => {
    await tx.execute(lock);
    locked.open();
    await released.opened;
  });
  await locked.opened;
  const started = Promise.allSettled(calls.map((call) => call()));
  try {
    await untilWaiting(db, calls.length);
  } finally {
    released.open();
    await holder;
  }
  return (await started).map((outcome) => {
    if (outcome.status === "rejected") throw outcome.reason;
    return outcome.value;
  });
}
