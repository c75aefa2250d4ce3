import { setFlagsFromString } from "node:v8";
import { boot } from "./boot";
import { SettingsError } from "./env";
import { log } from "./log";
import { databaseEndMs, lostDatabase, Running } from "./running";

// By default V8 collects thoroughly only when the heap has grown to four or more times the memory in use, which
// PostgreSQL on the same machine needs. A factor of two was measurably slower, three was not.
setFlagsFromString("--heap-growing-percent=200");

const print = (line: string) => process.stdout.write(`${line}\n`);

async function workOnly(running: Running): Promise<void> {
  const booted = await boot({ appUrl: undefined, seed: false, lost: lostDatabase(running) });
  running.add(booted.stop, databaseEndMs);
  const { startWorker } = await import("@/server/worker/worker");
  const worker = await startWorker(booted.db, booted.env.DATABASE_URL);
  running.add(worker.stop);
  print("The worker works off the queue.");
}

async function prepareOnly(running: Running, seed: boolean): Promise<void> {
  const booted = await boot({ appUrl: undefined, seed, lost: lostDatabase(running) });
  running.add(booted.stop, databaseEndMs);
  print(booted.seeded ? "The demo is in the database." : "The database is up to date.");
  running.end(0);
}

/** Verifies the record of activity; exit code 1 when something is found, 2 for wrong arguments. */
async function auditOnly(running: Running): Promise<void> {
  const booted = await boot({ appUrl: undefined, seed: false, lost: lostDatabase(running) });
  running.add(booted.stop, databaseEndMs);
  const { audit, AuditUsageError } = await import("@/server/activity/audit");
  try {
    const findings = await audit(booted.env.DATABASE_URL, process.argv.slice(3), ({ finding, text }) => {
      print(finding ? `FINDING ${text}` : text);
    });
    print(findings === 0 ? "The record is as it was written." : `Findings: ${String(findings)}.`);
    running.end(findings === 0 ? 0 : 1);
  } catch (problem) {
    if (!(problem instanceof AuditUsageError)) throw problem;
    process.stderr.write(`${problem.message}\n`);
    running.end(2);
  }
}

async function rebuildOnly(running: Running): Promise<void> {
  const booted = await boot({ appUrl: undefined, seed: false, lost: lostDatabase(running) });
  running.add(booted.stop, databaseEndMs);
  const { rebuildMonths } = await import("@/server/activity/audit");
  const figures = await rebuildMonths(booted.env.MIGRATE_DATABASE_URL);
  print(`The monthly figures of the activity are counted anew: ${String(figures)}.`);
  running.end(0);
}

async function rebuildLibraryOnly(running: Running): Promise<void> {
  const booted = await boot({ appUrl: undefined, seed: false, lost: lostDatabase(running) });
  running.add(booted.stop, databaseEndMs);
  const { rebuildLibraryAt } = await import("@/server/library/commands/rebuild-library");
  const items = await rebuildLibraryAt(booted.env.DATABASE_URL);
  print(`The library's search index was made anew: ${String(items)} items.`);
  running.end(0);
}

const commands: Record<string, (running: Running) => Promise<void>> = {
  // Imported on use: the worker and the database commands do not need Next.
  start: async (running) => (await import("./serve")).serve(false, running),
  dev: async (running) => (await import("./serve")).serve(true, running),
  worker: workOnly,
  migrate: (running) => prepareOnly(running, false),
  seed: (running) => prepareOnly(running, true),
  audit: auditOnly,
  "rebuild-activity": rebuildOnly,
  "rebuild-library": rebuildLibraryOnly,
};

const running = new Running();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    running.end(0);
  });
}

const wanted = process.argv[2] ?? "start";
const command = commands[wanted];
if (command === undefined) {
  process.stderr.write(`${wanted} is none of ${Object.keys(commands).join(", ")}.\n`);
  process.exit(2);
}
command(running).catch((problem: unknown) => {
  const why = problem instanceof Error ? problem.message : String(problem);
  process.stderr.write(`Consorta did not start.\n${why}\n`);
  if (!(problem instanceof SettingsError)) log.error({ err: problem }, "The start failed.");
  running.end(1);
});
