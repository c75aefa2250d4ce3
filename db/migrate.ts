import { readFile } from "node:fs/promises";
import path from "node:path";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import type { Db } from "./client";
import { grantToApplication, ownsTables, RolesError } from "./roles";

// Advisory lock number, so that several instances that start at the same time migrate one after another.
const lockKey = 7_220_216;
const folderIn = (projectRoot: string) => path.join(projectRoot, "db", "migrations");

const connect = (url: string) => postgres(url, { max: 1, onnotice: () => undefined });

/**
 * Migrates tables and the job queue as the owner, and grants the role of the application what it needs; safe to run
 * from several instances at the same time. With one address, its role does both. A role that does not own the tables
 * migrates nothing, and is refused while migrations are pending. Errors: RolesError.
 */
export async function migrateDatabase(url: string, projectRoot: string, ownerUrl = url): Promise<void> {
  const client = connect(ownerUrl);
  try {
    if (!(await ownsTables(client))) {
      await requireMigrated(client, projectRoot);
      return;
    }
    await client`select pg_advisory_lock(${lockKey})`;
    await migrate(drizzle(client), { migrationsFolder: folderIn(projectRoot) });
    const [queue] = await client<{ made: boolean }[]>`select to_regclass('graphile_worker.jobs') is not null as made`;
    if (queue?.made !== true) await makeQueue(ownerUrl);
    if (ownerUrl !== url) await grantTo(url, client);
  } finally {
    await client.end({ timeout: 5 });
  }
}

async function grantTo(url: string, owner: postgres.Sql): Promise<void> {
  const application = connect(url);
  try {
    await grantToApplication(owner, application, lockKey);
  } finally {
    await application.end({ timeout: 5 });
  }
}

async function requireMigrated(client: postgres.Sql, projectRoot: string): Promise<void> {
  const pending = await pendingMigrations(drizzle(client), projectRoot);
  if (pending === 0) return;
  throw new RolesError(
    `The tables belong to another role than that of DATABASE_URL, and ${String(pending)} migrations are pending: run npm run db:migrate with MIGRATE_DATABASE_URL set to their owner.`,
  );
}

/** Writes enqueue jobs, so the queue's tables must exist; a worker updates them when it starts. */
async function makeQueue(url: string): Promise<void> {
  const { Logger, runMigrations } = await import("graphile-worker");
  await runMigrations({ connectionString: url, logger: new Logger(() => () => undefined) });
}

/** Number of migrations that this database does not have yet. */
export async function pendingMigrations(db: Pick<Db, "execute">, projectRoot: string): Promise<number> {
  const journal = JSON.parse(await readFile(path.join(folderIn(projectRoot), "meta", "_journal.json"), "utf8")) as {
    entries: { when: number }[];
  };
  const rows = await db.execute<{ newest: string | null }>(
    sql`select max(created_at)::text as newest from drizzle.__drizzle_migrations`,
  );
  const newest = Number(rows[0]?.newest ?? 0);
  return journal.entries.filter((entry) => entry.when > newest).length;
}
