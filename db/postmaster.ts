import { existsSync, readdirSync, readFileSync } from "node:fs";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";

interface LivingProcess {
  parent: number;
  /** When it started, in ticks of this boot: with it a number that was given to a new process is told from the old one. */
  startedAt: string;
  /** Its program and arguments; "" where the system does not say. */
  command: string;
}

const hasProc = existsSync("/proc/self/stat");

/**
 * A process by its number; undefined when it has ended. One that ended and was not collected by its parent yet, as in a
 * container whose first process collects nothing, still has a number but does not live.
 */
export function processOf(pid: number): LivingProcess | undefined {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  try {
    process.kill(pid, 0);
    if (!hasProc) return { parent: 0, startedAt: "", command: "" };
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    if (fields[0] === "Z" || fields[0] === "X") return undefined;
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    return { parent: Number(fields[1]), startedAt: fields[19] ?? "", command };
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === "EPERM") return { parent: 0, startedAt: "", command: "" };
    return undefined;
  }
}

export interface Postmaster {
  pid: number;
  port: number;
  ready: boolean;
}

/** The lines of the pid file; PostgreSQL replaces it while it starts, and for a moment it is empty. */
async function pidFile(file: string): Promise<string[] | undefined> {
  for (let tries = 0; tries < 20; tries++) {
    const text = await readFile(file, "utf8").catch((problem: unknown) => {
      if ((problem as NodeJS.ErrnoException).code === "ENOENT") return undefined;
      throw problem;
    });
    if (text === undefined) return undefined;
    if (/^\d+\n/.test(text)) return text.split("\n");
    await wait(25);
  }
  return [];
}

/**
 * The postmaster that the pid file of this cluster names, if it lives. The file of one that does not is removed:
 * PostgreSQL itself refuses to start over a number that was given to another process or not collected yet.
 */
export async function livingPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const file = path.join(cluster, "postmaster.pid");
  const lines = await pidFile(file);
  if (lines === undefined) return undefined;
  const pid = Number(lines[0]);
  const found = processOf(pid);
  if (found !== undefined && (found.command === "" || found.command.includes(cluster))) {
    return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
  }
  if ((await pidFile(file))?.[0] === lines[0]) await rm(file, { force: true });
  return undefined;
}

function childrenOf(parent: number): number[] {
  if (!hasProc) return [];
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => processOf(pid)?.parent === parent);
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== "ESRCH") throw problem;
  }
}

async function ends(pid: number, cluster: string, withinMs: number): Promise<boolean> {
  for (let waited = 0; waited < withinMs; waited += 20) {
    if (processOf(pid)?.command.includes(cluster) !== true) return true;
    await wait(20);
  }
  return false;
}

/** Ends PostgreSQL: politely, and after two seconds, as when its processes are stopped, with SIGKILL. */
export async function endPostmaster(cluster: string): Promise<void> {
  const found = await livingPostmaster(cluster);
  if (found === undefined) return;
  send(found.pid, "SIGINT");
  if (await ends(found.pid, cluster, 2_200)) return;
  const all = [found.pid, ...childrenOf(found.pid)];
  for (const pid of all) send(pid, "SIGKILL");
  await ends(found.pid, cluster, 500);
}

const isUser = async (file: string, pid: number): Promise<boolean> => {
  const living = processOf(pid);
  if (living === undefined) return false;
  const noted = await readFile(file, "utf8").catch(() => "");
  // Files of earlier releases are empty: there the program has to do.
  return noted === "" ? /node|^$/.test(living.command) : noted === living.startedAt;
};

/** Writes down that this process uses the cluster; the answer says, when it leaves, whether others still do. */
export async function useTogether(dataDir: string): Promise<() => Promise<boolean>> {
  const others = async () => {
    let found = false;
    for (const name of await readdir(dataDir)) {
      const pid = Number(/^postgres\.user\.(\d+)$/.exec(name)?.[1] ?? process.pid);
      if (pid === process.pid) continue;
      if (await isUser(path.join(dataDir, name), pid)) found = true;
      else await rm(path.join(dataDir, name), { force: true });
    }
    return found;
  };
  const mine = path.join(dataDir, `postgres.user.${process.pid}`);
  await others();
  await writeFile(mine, processOf(process.pid)?.startedAt ?? "", { mode: 0o600 });
  return async () => {
    await rm(mine, { force: true });
    return others();
  };
}
