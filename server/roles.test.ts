import { randomUUID } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDb, type Db } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { RolesError } from "@/db/roles";
import { record } from "@/server/events/record";
import { sealActivity } from "@/server/events/seal";
import { enqueue } from "@/server/jobs/enqueue";
import { emptyDatabase } from "@/server/testing/db";
import { aPerson, noon } from "@/server/testing/factories";
import { startWorker } from "@/server/worker/worker";

const root = process.cwd();
let empty: Awaited<ReturnType<typeof emptyDatabase>>;
let names: { owner: string; application: string };
let opened: { end: () => Promise<void> }[];

/** The address of the database for one of the two roles, neither of which is a superuser. */
function addressOf(role: keyof typeof names, url = empty.url): string {
  const address = new URL(url);
  [address.username, address.password] = [names[role], "secret"];
  return address.toString();
}

async function run(...statements: string[]): Promise<void> {
  for (const statement of statements) await empty.db.execute(sql.raw(statement));
}

function open(role: keyof typeof names): Db {
  const pool = openDb(addressOf(role), { max: 2 });
  opened.push({ end: () => pool.$client.end({ timeout: 2 }) });
  return pool;
}

beforeEach(async () => {
  opened = [];
  empty = await emptyDatabase();
  const suffix = randomUUID().slice(0, 8);
  names = { owner: `owner_${suffix}`, application: `app_${suffix}` };
  await run(
    `create role ${names.owner} login password 'secret'`,
    `create role ${names.application} login password 'secret'`,
    `alter database ${new URL(empty.url).pathname.slice(1)} owner to ${names.owner}`,
    `grant ${names.application} to ${names.owner}`,
  );
});
afterEach(async () => {
  for (const pool of opened) await pool.end();
  await empty.close();
});

const migrateWithBoth = () => migrateDatabase(addressOf("application"), root, addressOf("owner"));

/** Records, enqueues, seals and works off a job: all that a server does with the tables and the queue. */
async function expectToWork(): Promise<void> {
  const db = open("application");
  const person = await aPerson(db);
  await record(db, { actor: null, personId: person.id, now: noon }, {}, { type: "person.signed_up", data: {} });
  await sealActivity(db);
  expect(await db.execute(sql`select 1 from activity_seals`)).not.toHaveLength(0);
  await enqueue(db, "tidy", {});
  const worker = await startWorker(db, addressOf("application"));
  await expect.poll(() => db.execute(sql`select 1 from graphile_worker.jobs`), { timeout: 10_000 }).toHaveLength(0);
  await worker.stop();
  await expect(db.execute(sql`delete from activity`)).rejects.toMatchObject({ cause: { code: "42501" } });
}

describe("an owner who migrates and a role of the application", () => {
  it("start with an empty database, also several at the same time, and work", async () => {
    await Promise.all([migrateWithBoth(), migrateWithBoth(), migrateWithBoth()]);
    await expectToWork();
  });

  it("have no more and no fewer rights than they need after each start", async () => {
    await migrateWithBoth();
    await run(
      `grant update, delete on activity to ${names.application}`,
      `revoke all on people from ${names.application}`,
    );
    await migrateWithBoth();
    await expectToWork();
  });

  it("take over a database with jobs in which one role did both, once the tables belong to the owner", async () => {
    const name = new URL(empty.url).pathname.slice(1);
    await run(`alter database ${name} owner to ${names.application}`);
    await migrateDatabase(addressOf("application"), root);
    await enqueue(open("application"), "tidy", {});
    await expect(migrateWithBoth()).rejects.toThrow(`REASSIGN OWNED BY ${names.application} TO ${names.owner}`);
    await run(`reassign owned by ${names.application} to ${names.owner}`);
    await migrateWithBoth();
    await expectToWork();
  });

  it("are refused with what to do when the owner is no member of the role that gets the queue", async () => {
    await run(`revoke ${names.application} from ${names.owner}`);
    await expect(migrateWithBoth()).rejects.toThrow(`GRANT ${names.application} TO ${names.owner}`);
  });

  it("are refused when they lead to different databases", async () => {
    const elsewhere = await emptyDatabase();
    const migrating = migrateDatabase(addressOf("application", elsewhere.url), root, addressOf("owner"));
    await expect(migrating).rejects.toThrow("lead to different databases");
    await elsewhere.close();
  });
});

describe("a role of the application alone", () => {
  it("starts where the owner has migrated, and is refused while migrations are pending", async () => {
    await migrateWithBoth();
    await migrateDatabase(addressOf("application"), root);
    const newer = await mkdtemp(path.join(tmpdir(), "consorta-newer-"));
    const migrations = path.join(newer, "db", "migrations");
    await cp(path.join(root, "db", "migrations"), migrations, { recursive: true });
    const file = path.join(migrations, "meta", "_journal.json");
    const journal = JSON.parse(await readFile(file, "utf8")) as { entries: object[] };
    const entries = [...journal.entries, { idx: 99, version: "7", when: 9_000_000_000_000, tag: "0099_newer" }];
    await writeFile(file, JSON.stringify({ ...journal, entries }));
    const starting = migrateDatabase(addressOf("application"), newer);
    await expect(starting).rejects.toThrow(RolesError);
    await expect(starting).rejects.toThrow(
      "1 migrations are pending: run npm run db:migrate with MIGRATE_DATABASE_URL",
    );
    await rm(newer, { recursive: true });
  });
});
