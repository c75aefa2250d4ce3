import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Db } from "@/db/client";
import { ownDatabase } from "@/server/testing/db";
import { enqueue } from "@/server/jobs/enqueue";
import { beat, freeJobsOfDeadWorkers } from "./heartbeat";
import { startWorker } from "./worker";

let own: Awaited<ReturnType<typeof ownDatabase>>;
beforeAll(async () => {
  own = await ownDatabase();
});
afterAll(async () => {
  await own.close();
});

async function lockedJob(db: Db, worker: string, seconds: number): Promise<string> {
  const key = randomUUID();
  await enqueue(db, "tidy", {}, { jobKey: key });
  await db.execute(sql`update graphile_worker._private_jobs set attempts = 1, locked_by = ${worker},
    locked_at = now() - make_interval(secs => ${seconds}) where key = ${key}`);
  return key;
}

const isLocked = async (db: Db, key: string) =>
  (await db.execute(sql`select 1 from graphile_worker.jobs where key = ${key} and locked_by is not null`)).length === 1;

test("unlocks jobs of a worker without a heartbeat for a minute, and no others", async () => {
  const [alive, silent, unknown] = [randomUUID(), randomUUID(), randomUUID()];
  for (const worker of [alive, silent]) await beat(own.db, worker);
  await own.db.execute(sql`update workers set beat_at = now() - interval '70 seconds' where id = ${silent}`);
  const held = await lockedJob(own.db, alive, 3_000);
  const freed = [await lockedJob(own.db, silent, 100), await lockedJob(own.db, unknown, 100)];
  const fresh = await lockedJob(own.db, randomUUID(), 5);
  await freeJobsOfDeadWorkers(own.db);
  expect(await isLocked(own.db, held)).toBe(true);
  expect(await isLocked(own.db, fresh)).toBe(true);
  for (const key of freed) expect(await isLocked(own.db, key)).toBe(false);
});

test("a new worker runs the jobs of a killed one", async () => {
  const key = await lockedJob(own.db, randomUUID(), 100);
  const worker = await startWorker(own.db, own.url);
  const left = () => own.db.execute(sql`select 1 from graphile_worker.jobs where key = ${key}`);
  await expect.poll(left, { timeout: 10_000 }).toHaveLength(0);
  expect(await own.db.execute(sql`select 1 from workers where beat_at > now() - interval '20 seconds'`)).toHaveLength(
    2,
  );
  await worker.stop();
  expect(await own.db.execute(sql`select 1 from workers where beat_at > now() - interval '20 seconds'`)).toHaveLength(
    1,
  );
});
