import { readFile } from "node:fs/promises";
import path from "node:path";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import type { Db } from "./client";

// Advisory lock number, so that several instances that start at the same time migrate one after another.
const lockKey = 7_220_216;
const folderIn = (projectRoot: string) => path.join(projectRoot, "db", "migrations");

/** Migrates tables and the job queue; safe to run from several instances at the same time. */
export async function migrateDatabase(url: string, projectRoot: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await client`select pg_advisory_lock(${lockKey})`;
    await migrate(drizzle(client), { migrationsFolder: folderIn(projectRoot) });
    const [queue] = await client<{ made: boolean }[]>`select to_regclass('graphile_worker.jobs') is not null as made`;
    if (queue?.made !== true) await makeQueue(url);
  } finally {
    await client.end({ timeout: 5 });
  }
}

/** Writes enqueue jobs, so the queue's tables must exist; a worker updates them when it starts. */
async function makeQueue(url: string): Promise<void> {
  const { Logger, runMigrations } = await import("graphile-worker");
  await runMigrations({ connectionString: url, logger: new Logger(() => () => undefined) });
}

/** Number of migrations that this database does not have yet. */
export async function pendingMigrations(db: Db, projectRoot: string): Promise<number> {
  const journal = JSON.parse(await readFile(path.join(folderIn(projectRoot), "meta", "_journal.json"), "utf8")) as {
    entries: { when: number }[];
  };
  const rows = await db.execute<{ newest: string | null }>(
    sql`select max(created_at)::text as newest from drizzle.__drizzle_migrations`,
  );
  const newest = Number(rows[0]?.newest ?? 0);
  return journal.entries.filter((entry) => entry.when > newest).length;
}
