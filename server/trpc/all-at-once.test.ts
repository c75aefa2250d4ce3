import { setTimeout as wait } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDb, connectDb, db, openDb, poolSize, type Db } from "@/db/client";
import { health } from "@/server/health";
import { callAs, refusalOf } from "@/server/testing/caller";
import { ownDatabase } from "@/server/testing/db";
import { permissionTable } from "@/server/testing/permission-table";
import { procedures } from "@/server/testing/procedures";
import { aWorld, roles } from "@/server/testing/world";
import { asUnavailable } from "@/server/unavailable";

// Rate limits use the pool of the process, so the commands under test must use that pool as well.
const shared = globalThis as typeof globalThis & { consortaDb?: unknown };
const usual = shared.consortaDb;
let own: Awaited<ReturnType<typeof ownDatabase>>;

beforeAll(async () => {
  own = await ownDatabase();
  delete shared.consortaDb;
  connectDb(own.url);
});
afterAll(async () => {
  await closeDb();
  shared.consortaDb = usual;
  await own.close();
});

/** A role that may call the procedure, if there is one. */
function callerOf(cells: string): (typeof roles)[number] {
  const letters = cells.split(" ");
  const order = ["partner manager", "coordinator manager", ...roles] as const;
  return order.find((role) => ["+", "o"].includes(letters[roles.indexOf(role)] ?? "")) ?? "partner manager";
}

it("every procedure can be called by twice as many people as there are connections", { timeout: 240_000 }, async () => {
  const stuck: string[] = [];
  let made = 0;
  const newWorld = () => own.db.transaction((tx) => aWorld(tx));
  const unchanged = await newWorld();
  for (const [name, [cells, call]] of Object.entries(permissionTable)) {
    const { world, actors } = procedures.get(name)?.type === "query" ? unchanged : await newWorld();
    const api = await callAs(actors[callerOf(cells)], db());
    const calls = Array.from({ length: poolSize * 2 }, () => refusalOf(call(api, world)));
    const outcomes = await Promise.all(calls);
    made += outcomes.length;
    const bad = outcomes.find(({ code }) => ["SERVICE_UNAVAILABLE", "INTERNAL_SERVER_ERROR"].includes(code));
    if (bad) stuck.push(`${name}: ${bad.code} ${bad.problem}`);
  }
  expect(made).toBe(Object.keys(permissionTable).length * poolSize * 2);
  expect(stuck).toEqual([]);
  const since = Date.now();
  const { checks } = await health();
  expect([checks.database, Date.now() - since < 1_000]).toEqual([true, true]);
});

/** The error code that a failed statement is mapped to. */
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (problem: unknown) => asUnavailable(problem)?.code ?? "unknown",
  );
const sleep = (on: Db, seconds: number) => on.execute(sql`select pg_sleep(${seconds})`);

it("a transaction that gets no connection in time is refused and never runs", { timeout: 30_000 }, async () => {
  const small = openDb(own.url, { max: 2, patienceMs: 500 });
  let ran = false;
  const holders = [1, 2].map(() => small.transaction(async () => wait(2_000)));
  await wait(200);
  const since = Date.now();
  const late = [
    refusal(
      small.transaction(() => {
        ran = true;
        return Promise.resolve();
      }),
    ),
    refusal(small.execute(sql`select 1`)),
  ];
  expect(await Promise.all(late)).toEqual(["server.busy", "server.busy"]);
  expect(Date.now() - since).toBeLessThan(1_500);
  await Promise.all(holders);
  expect(await refusal(small.execute(sql`select 1`))).toBe("done");
  expect(ran).toBe(false);
  await small.$client.end();
});

it("statements, locks and idle transactions have time limits, which are reported as a busy server", async () => {
  const rows = await db().execute(sql`select name, setting::int as ms from pg_settings
    where name in ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout') order by name`);
  expect([...rows].map(({ ms }) => Number(ms) > 0 && Number(ms) <= 30_000)).toEqual([true, true, true]);
  const limited = (setting: string, work: (tx: Db) => Promise<unknown>) =>
    refusal(
      db().transaction(async (tx) => {
        await tx.execute(sql.raw(`set local ${setting} = 100`));
        await work(tx);
      }),
    );
  expect(await limited("statement_timeout", (tx) => sleep(tx, 2))).toBe("server.busy");
  const idle = async (tx: Db) => {
    await wait(600);
    await sleep(tx, 0);
  };
  expect(await limited("idle_in_transaction_session_timeout", idle)).toBe("server.busy");
  await db().transaction(async (tx) => {
    await tx.execute(sql`lock table people`);
    const second = await limited("lock_timeout", (other) => other.execute(sql`lock table people`));
    expect(second).toBe("server.busy");
  });
});
