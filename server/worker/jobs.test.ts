import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { migrateDatabase } from "@/db/migrate";
import { adoptEnv, env } from "@/server/env";
import { enqueue } from "@/server/jobs/enqueue";
import { callAs } from "@/server/testing/caller";
import { ownDatabase, test } from "@/server/testing/db";
import { aPerson } from "@/server/testing/factories";
import { startWorker } from "./worker";

test("a job exists exactly when its transaction commits", async ({ tx }) => {
  await tx
    .transaction(async (inner) => {
      await enqueue(inner, "purge_uploads", {});
      throw new Error("undone");
    })
    .catch(() => undefined);
  expect(await tx.execute(sql`select 1 from graphile_worker.jobs`)).toHaveLength(0);
  await enqueue(tx, "purge_uploads", {});
  expect(await tx.execute(sql`select 1 from graphile_worker.jobs`)).toHaveLength(1);
});

test("a later job with the same key replaces the earlier one", async ({ tx }) => {
  const runAt = new Date("2030-01-01T00:00:00Z");
  await enqueue(tx, "notify", { activityId: "1" }, { jobKey: "k", runAt });
  await enqueue(tx, "notify", { activityId: "2" }, { jobKey: "k", runAt });
  expect(await tx.execute(sql`select run_at::text from graphile_worker.jobs where key = 'k'`)).toHaveLength(1);
});

test("a payload of the wrong shape is not enqueued", async ({ tx }) => {
  const wrong = { activityId: 7 } as unknown as { activityId: string };
  await expect(enqueue(tx, "notify", wrong)).rejects.toThrow();
});

test("the worker runs jobs, and stops", async () => {
  const own = await ownDatabase();
  const worker = await startWorker(own.db, own.url);
  await enqueue(own.db, "purge_uploads", {});
  await expect.poll(() => own.db.execute(sql`select 1 from graphile_worker.jobs`), { timeout: 8_000 }).toHaveLength(0);
  await worker.stop();
  await own.close();
});

test("operators see jobs that failed, not those that run for the first time, and which are not tried again", async ({
  tx,
}) => {
  const day = new Date("2030-01-01T00:00:00Z");
  for (const [key, attempts, error] of [
    ["waits", 0, null],
    ["runs for the first time", 1, null],
    ["is tried again", 2, "ECONNRESET"],
    ["failed for good", 12, "ECONNRESET"],
  ] as const) {
    await enqueue(tx, "purge_uploads", {}, { jobKey: key, runAt: day });
    await tx.execute(sql`update graphile_worker._private_jobs
      set attempts = ${attempts}, last_error = ${error}, max_attempts = 12 where key = ${key}`);
  }
  const operator = await aPerson(tx);
  adoptEnv({ ...env(), OPERATORS: [operator.address] });
  const { queue, failures } = await (await callAs(operator.id, tx)).instance.state();
  expect(queue).toEqual({ waiting: 2, failed: 1 });
  expect(failures.map(({ attempts, retryAt }) => [attempts, retryAt]).sort()).toEqual([
    [12, null],
    [2, day],
  ]);
});

test("several instances can migrate at the same time", async () => {
  const own = await ownDatabase();
  await Promise.all([1, 2, 3].map(() => migrateDatabase(own.url, process.cwd(), own.ownerUrl)));
  const rows = await own.db.execute(sql`select count(*)::int as n from drizzle.__drizzle_migrations`);
  expect(rows[0]).toHaveProperty("n");
  await own.close();
});
