import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { migrateDatabase } from "@/db/migrate";
import { ownDatabase, test } from "@/server/testing/db";
import { enqueue } from "@/server/jobs/enqueue";
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

test("several instances can migrate at the same time", async () => {
  const own = await ownDatabase();
  await Promise.all([1, 2, 3].map(() => migrateDatabase(own.url, process.cwd(), own.ownerUrl)));
  const rows = await own.db.execute(sql`select count(*)::int as n from drizzle.__drizzle_migrations`);
  expect(rows[0]).toHaveProperty("n");
  await own.close();
});
