import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { encode } from "@auth/core/jwt";
import { sql } from "drizzle-orm";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { drizzle } from "drizzle-orm/postgres-js";
import { Logger, runMigrations } from "graphile-worker";
import postgres from "postgres";
import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { migrateDatabase } from "@/db/migrate";
import { sessionCookieName } from "@/server/auth/cookie";
import { hashPassword } from "@/server/auth/password";
import { actorFromCookieHeader } from "@/server/auth/session";
import { env } from "@/server/env";
import { emptyDatabase } from "@/server/testing/db";
import { aPassword } from "@/server/testing/factories";
import { fromHere } from "@/server/testing/session";
import { signInByPassword } from "./commands/sign-in";

const migrationsOfRelease01 = 6;

/** The migrations of the first release, in a separate folder. */
async function earlierMigrations(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "consorta-migrations-"));
  await cp(path.join(process.cwd(), "db", "migrations"), folder, { recursive: true });
  const file = path.join(folder, "meta", "_journal.json");
  const journal = JSON.parse(await readFile(file, "utf8")) as { entries: unknown[] };
  await writeFile(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, migrationsOfRelease01) }));
  return folder;
}

test("accounts, sessions and failed jobs of the first release are kept by the upgrade", async () => {
  const { db, url, close } = await emptyDatabase();
  const folder = await earlierMigrations();
  const client = postgres(url, { max: 1, onnotice: () => undefined });
  await migrate(drizzle(client), { migrationsFolder: folder });
  await client.end();
  await runMigrations({ connectionString: url, logger: new Logger(() => () => undefined) });
  const person = uuid();
  const passwordHash = await hashPassword(aPassword);
  await db.execute(sql`insert into people (id, name, password_hash, session_version)
    values (${person}, 'Niki', ${passwordHash}, 3)`);
  await db.execute(sql`insert into addresses (id, person_id, address, is_primary, confirmed_at)
    values (${uuid()}, ${person}, 'niki@example.org', true, now())`);
  const payload = JSON.stringify({ template: "reset", props: { name: "Niki", token: "raw" } });
  await db.execute(sql`select graphile_worker.add_job('send_mail', ${payload}::json, max_attempts => 1)`);
  await db.execute(sql`select graphile_worker.add_job('send_mail', ${payload}::json)`);
  await db.execute(sql`update graphile_worker._private_jobs set attempts = 1 where max_attempts = 1`);

  await migrateDatabase(url, process.cwd());

  const cookie = async (sessionVersion: number) =>
    `${sessionCookieName()}=${await encode({
      token: { sub: person, sessionVersion },
      secret: env().AUTH_SECRET,
      salt: sessionCookieName(),
    })}`;
  expect(await actorFromCookieHeader(db, await cookie(3), new Date())).toMatchObject({ personId: person });
  expect(await actorFromCookieHeader(db, await cookie(2), new Date())).toBeNull();
  expect(await signInByPassword(db, { ...fromHere, email: "niki@example.org", password: aPassword })).toMatchObject({
    id: person,
  });
  const jobs = await db.execute<{ token: string | null }>(
    sql`select payload #>> '{props,token}' as token from graphile_worker._private_jobs order by max_attempts`,
  );
  expect(jobs.map(({ token }) => token)).toEqual([null, "raw"]);
  await close();
  await rm(folder, { recursive: true });
});
