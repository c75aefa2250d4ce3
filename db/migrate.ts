import { readFile } from "node:fs/promises";
import path from "node:path";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import type { Db } from "./client";

// Any fixed number: several instances that start at once wait for each other here.
const lockKey = 7_220_216;
const folderIn = (projectRoot: string) => path.join(projectRoot, "db", "migrations");

/** Brings tables and the job queue to the newest form; safe to run from several instances at once. */
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

/** Acts need the queue to be there; a worker brings it to the newest form whenever it starts. */
async function makeQueue(url: string): Promise<void> {
  const { Logger, runMigrations } = await import("graphile-worker");
  await runMigrations({ connectionString: url, logger: new Logger(() => () => undefined) });
}

/** How many migrations of the tree this database has not seen. */
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
