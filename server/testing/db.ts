import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { inject, test as base } from "vitest";
import { connectDb, db, openDb, type Db } from "@/db/client";

const named = (url: string, database: string) => {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.toString();
};

/** Clones the migrated template under a name; an existing clone of that name is reused. */
async function clone(name: string): Promise<string> {
  const template = inject("templateUrl");
  const source = new URL(template).pathname.slice(1);
  const client = postgres(named(inject("ownerUrl"), "postgres"), { max: 1, onnotice: () => undefined });
  try {
    const existing = await client`select 1 from pg_database where datname = ${name}`;
    if (existing.length === 0) await client`create database ${client(name)} template ${client(source)}`;
  } finally {
    await client.end();
  }
  return named(template, name);
}

/** The address of this Vitest worker's clone, which db() is connected to. */
export async function connectWorkerClone(): Promise<string> {
  const url = await clone(`worker_${process.env["VITEST_POOL_ID"] ?? "0"}`);
  connectDb(url);
  return url;
}

/** A database that is opened as the application and as the owner of its tables, who has rights that the application lacks. */
interface TestDatabase {
  db: Db;
  url: string;
  owner: Db;
  ownerUrl: string;
  close: () => Promise<void>;
}

/** A separate database for one test that commits: jobs, concurrency, restarts. Close it at the end. */
export async function ownDatabase(): Promise<TestDatabase> {
  const url = await clone(`own_${randomUUID().replaceAll("-", "")}`);
  const ownerUrl = named(inject("ownerUrl"), new URL(url).pathname.slice(1));
  const [opened, owner] = [openDb(url), openDb(ownerUrl, { max: 4 })];
  const close = async () => {
    await Promise.all([opened.$client.end({ timeout: 2 }), owner.$client.end({ timeout: 2 })]);
  };
  return { db: opened, url, owner, ownerUrl, close };
}

/** A database without tables, for tests of migrations, opened as its owner. */
export async function emptyDatabase(): Promise<{ db: Db; url: string; close: () => Promise<void> }> {
  const name = `empty_${randomUUID().replaceAll("-", "")}`;
  const owner = inject("ownerUrl");
  const client = postgres(named(owner, "postgres"), { max: 1, onnotice: () => undefined });
  await client`create database ${client(name)}`;
  await client.end();
  const url = named(owner, name);
  const opened = openDb(url, { max: 2 });
  return { db: opened, url, close: () => opened.$client.end({ timeout: 2 }) };
}

class Rollback extends Error {}

/** A test with `tx`: a transaction of the worker's clone that is rolled back when the test ends. */
export const test = base.extend<{ tx: Db }>({
  tx: async ({ task: _task }, give) => {
    await db()
      .transaction(async (tx) => {
        await give(tx);
        throw new Rollback();
      })
      .catch((problem: unknown) => {
        if (!(problem instanceof Rollback)) throw problem;
      });
  },
});
