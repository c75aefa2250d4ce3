import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import postgres from "postgres";
import { type Db, openDb } from "@/db/client";
import { startEmbedded } from "@/db/embedded";
import { migrateDatabase } from "@/db/migrate";
import { addDays, addMonths, dayInBrussels } from "@/domain/dates";
import { loadActor } from "@/server/auth/session";
import { csvOf, exportTable, xlsxOf } from "@/server/activity/export-table";
import { adoptEnv, resolveSettings, settingsOfThisProcess } from "@/server/env";
import { record } from "@/server/events/record";
import { callAs } from "@/server/testing/caller";
import type { Api } from "@/server/testing/world";
import { fillGrowth, type Ids, measuredIds, type Size } from "./growth-fill";
import { median, quantile } from "./measure";
import { amount, ratio, remark } from "./report";

const root = path.resolve(import.meta.dirname, "../..");
const small: Size = { activities: 100_000, measured: 500, others: 199 };
const large: Size = { activities: 5_000_000, measured: 75_000, others: 984 };
const slug = "growth-0";
const warmUp = 20;
const calls = 100;

type Side = { db: Db & { $client: postgres.Sql }; api: Api; ids: Ids };
type Ask = (side: Side) => Promise<unknown>;

const today = dayInBrussels(new Date());
const month = {
  from: addMonths(`${today.slice(0, 7)}-01`, -6),
  to: addDays(addMonths(`${today.slice(0, 7)}-01`, -5), -1),
};
const quarter = { from: addDays(month.from, 9), to: addDays(month.from, 100) };

/** What is read, and that it costs the same in both databases. */
const reads: Record<string, Ask> = {
  "feed of a project": ({ api }) => api.activity.list({ slug }),
  "feed of an organisation": ({ api, ids }) => api.activity.list({ slug, organisationId: ids.organisationId }),
  "feed of a person": ({ api, ids }) => api.activity.list({ slug, personId: ids.personId }),
  "feed of a kind": ({ api }) => api.activity.list({ slug, kind: "comments" }),
  "feed of a rare kind": ({ api }) => api.activity.list({ slug, kind: "practices" }),
  "feed of a kind without activity": ({ api }) => api.activity.list({ slug, kind: "consortium" }),
  "feed of an output": ({ api, ids }) => api.activity.list({ slug, outputId: ids.outputId }),
  "feed of a work package": ({ api, ids }) => api.activity.list({ slug, workPackageId: ids.workPackageId }),
  "feed of a month": ({ api }) => api.activity.list({ slug, ...month }),
  "feed of an organisation and kind": ({ api, ids }) =>
    api.activity.list({ slug, organisationId: ids.organisationId, kind: "files" }),
  "feed of a person and rare kind": ({ api, ids }) =>
    api.activity.list({ slug, personId: ids.personId, kind: "practices" }),
  "feed of a figure": ({ api, ids }) =>
    api.activity.list({ slug, organisationId: ids.organisationId, figure: "versions" }),
  "feed of all projects": ({ api }) => api.activity.list({}),
  matrix: ({ api }) => api.activity.heat({ slug }),
  "figures of partners": ({ api }) => api.activity.partners({ slug }),
  "figures of partners in a period": ({ api }) => api.activity.partners({ slug, ...quarter }),
  "overview of the project": ({ api }) => api.projects.overview({ slug }),
  "home page": ({ api }) => Promise.all([api.people.due({}), api.people.news()]),
};

async function timeOf(ask: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await ask();
  return performance.now() - began;
}

/**
 * Milliseconds of one call in each database: the median of calls that alternate, so that other load on the machine affects
 * both. The first calls are not counted, because they load modules, plans and pages.
 */
async function compare(sides: readonly [Side, Side], ask: Ask): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []];
  for (let call = -warmUp; call < calls; call += 1) {
    for (const [index, side] of sides.entries()) {
      const time = await timeOf(() => ask(side));
      if (call >= 0) times[index]?.push(time);
    }
  }
  return [median(times[0]), median(times[1])];
}

/** The cursor of the page after `pages` pages, or of the last page there is. */
async function cursorAfter(api: Api, pages: number): Promise<string | undefined> {
  let cursor: string | undefined;
  for (let page = 0; page < pages; page += 1) {
    const { nextCursor } = await api.activity.list({ slug, cursor });
    if (nextCursor === null) break;
    cursor = nextCursor;
  }
  return cursor;
}

/** Acts per second of eight writers, each with a transaction of its own, in the projects given. */
async function writeRate({ db, ids }: Side, projects: readonly string[]): Promise<{ rate: number; slowest: number }> {
  const found = await loadActor(db, ids.personId, new Date());
  if (!found) throw new Error("The measured person is not there.");
  const times: number[] = [];
  const acts = 150;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: 8 }, async (_, writer) => {
      const projectId = projects[writer % projects.length] ?? ids.projectId;
      for (let act = 0; act < acts; act += 1) {
        times.push(
          await timeOf(() =>
            db.transaction((tx) =>
              record(
                tx,
                { actor: found.actor, now: new Date() },
                { projectId },
                { type: "project.exported", data: {} },
              ),
            ),
          ),
        );
      }
    }),
  );
  return { rate: (8 * acts) / ((performance.now() - began) / 1_000), slowest: quantile(times, 0.99) };
}

async function measureWrites(sides: readonly [Side, Side]): Promise<void> {
  const one = await compare(sides, async ({ db, ids }) => {
    await db.transaction((tx) =>
      record(
        tx,
        { actor: null, now: new Date() },
        { projectId: ids.projectId },
        { type: "project.exported", data: {} },
      ),
    );
  });
  ratio({ what: "recording an act", ours: one[1], bare: one[0], unit: "ms" }, { atMost: 1.5 });
  const [, side] = sides;
  const rows = await side.db.$client<{ id: string }[]>`select id from projects order by slug limit 8`;
  const same: number[] = [];
  const apart: number[] = [];
  const slowest: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    apart.push(
      (
        await writeRate(
          side,
          rows.map(({ id }) => id),
        )
      ).rate,
    );
    const together = await writeRate(side, [side.ids.projectId]);
    same.push(together.rate);
    slowest.push(together.slowest);
  }
  ratio(
    { what: "8 writers in one project against 8 in 8", ours: median(same), bare: median(apart), unit: "acts/s" },
    { atLeast: 0.8 },
  );
  remark(`99 of 100 acts of the writers in one project took at most ${median(slowest).toFixed(1)} ms`);
}

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;
const megabyte = 1024 ** 2;

/** Megabytes of objects in use: without the garbage that V8 collects when it needs room. */
function megabytesInUse(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / megabyte;
}

/** Megabytes in use that reading a stream to its end adds at most, with its seconds. */
async function memoryOf(
  content: AsyncIterable<unknown>,
): Promise<{ megabytes: number; resident: number; seconds: number; bytes: number }> {
  const before = megabytesInUse();
  const residentBefore = process.memoryUsage().rss;
  const began = performance.now();
  let most = before;
  let resident = residentBefore;
  let bytes = 0;
  let nextLook = 0;
  for await (const chunk of content) {
    bytes += Buffer.byteLength(chunk as Uint8Array | string);
    resident = Math.max(resident, process.memoryUsage().rss);
    if (bytes < nextLook) continue;
    most = Math.max(most, megabytesInUse());
    nextLook = bytes + megabyte / 4;
  }
  return {
    megabytes: most - before,
    resident: (resident - residentBefore) / megabyte,
    seconds: (performance.now() - began) / 1_000,
    bytes: bytes / megabyte,
  };
}

async function measureExports({ db, ids }: Side): Promise<void> {
  const found = await loadActor(db, ids.personId, new Date());
  const projects = found?.actor.participations.map((one) => ({ id: one.projectId, slug: one.slug })) ?? [];
  const order = { projects, filter: {}, before: Date.now(), locale: "el", timeZone: "Europe/Athens", name: "growth" };
  // An export of a few rows first: the memory that loading its modules takes is there on a server that has been running.
  for await (const _ of await xlsxOf(
    await exportTable(db, { ...order, filter: { kind: "practices" }, format: "xlsx" }),
  ))
    continue;
  for (const format of ["csv", "xlsx"] as const) {
    const table = await exportTable(db, { ...order, format });
    let rows = 0;
    const pages = (async function* () {
      for await (const page of table.pages) {
        rows += page.length;
        yield page;
      }
    })();
    const counted = { ...table, pages };
    const { megabytes, resident, seconds, bytes } = await memoryOf(
      format === "csv" ? csvOf(counted) : await xlsxOf(counted),
    );
    amount({ what: `memory in use by an export as ${format}`, value: megabytes, unit: "MB" }, { atMost: 50 });
    remark(
      `${String(rows)} rows, ${bytes.toFixed(1)} MB in ${seconds.toFixed(1)} s; ${resident.toFixed(0)} MB resident`,
    );
  }
}

/** Reads and writes of activity in a database of five million activities against one of a hundred thousand. */
export async function growth(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "consorta-growth-"));
  // PostgreSQL may run as another user, who needs access to its data.
  await chmod(folder, 0o711);
  const embedded = await startEmbedded({ projectRoot: root, dataDir: folder, demo: false });
  const opened: Side["db"][] = [];
  try {
    const { url, authSecret } = embedded;
    adoptEnv(
      resolveSettings(settingsOfThisProcess(), {
        projectRoot: root,
        DATABASE_URL: url,
        DATA_DIR: folder,
        AUTH_SECRET: authSecret,
        APP_URL: "http://localhost:3000",
      }),
    );
    const sides: Side[] = [];
    for (const [name, size] of Object.entries({ small, large })) {
      const side = await makeSide(embedded, `growth_${name}`, size);
      opened.push(side.db);
      sides.push(side);
    }
    const [first, second] = sides;
    if (!first || !second) throw new Error("Two databases are compared.");
    const both = [first, second] as const;
    for (const [what, ask] of Object.entries(reads)) {
      const [before, after] = await compare(both, ask);
      ratio({ what, ours: after, bare: before, unit: "ms" }, { atMost: 1.3 });
    }
    const cursors = await Promise.all([cursorAfter(first.api, 18), cursorAfter(second.api, 999)]);
    const [before, after] = await compare(both, (side) =>
      side.api.activity.list({ slug, cursor: cursors[side === first ? 0 : 1] }),
    );
    ratio({ what: "page 1,000 by cursor against page 19", ours: after, bare: before, unit: "ms" }, { atMost: 1.3 });
    await measureExports(second);
    await measureWrites(both);
  } finally {
    for (const db of opened) await db.$client.end();
    await embedded.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A database of a size, filled by its owner and read with the rights of the application. */
async function makeSide(embedded: { url: string; ownerUrl: string }, name: string, size: Size): Promise<Side> {
  const named = (address: string) => {
    const url = new URL(address);
    url.pathname = `/${name}`;
    return url.toString();
  };
  const admin = postgres(embedded.ownerUrl, { max: 1, onnotice: () => undefined });
  await admin`create database ${admin(name)}`;
  await admin.end();
  await migrateDatabase(named(embedded.url), root, named(embedded.ownerUrl));
  const began = performance.now();
  const owner = openDb(named(embedded.ownerUrl), { limited: false, max: 1 });
  await fillGrowth(owner, size);
  const ids = await measuredIds(owner);
  await owner.$client.end();
  remark(`${String(size.activities)} activities filled in ${((performance.now() - began) / 1_000).toFixed(0)} s`);
  const db = openDb(named(embedded.url));
  return { db, ids, api: await callAs(ids.personId, db, { now: new Date() }) };
}
