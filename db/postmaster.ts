import { existsSync, readdirSync, readFileSync } from "node:fs";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";

interface LivingProcess {
  parent: number;
  /** Start time in ticks since boot: distinguishes a process from an earlier one with the same pid. */
  startedAt: string;
  /** Program and arguments; "" where the system does not show them. */
  command: string;
}

const hasProc = existsSync("/proc/self/stat");

/**
 * A running process; undefined when it has ended. Zombies count as ended: their parent has not waited for them, as in a
 * container without an init process.
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

/** The lines of the pid file, which is empty for a short time while PostgreSQL replaces it. */
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
 * The running postmaster in the pid file of this cluster. A stale pid file is removed, because PostgreSQL refuses to
 * start when its pid belongs to another process or to a zombie.
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

/** Stops PostgreSQL with SIGINT, and with SIGKILL after two seconds. */
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
  // Files of earlier releases are empty: for those the program name decides.
  return noted === "" ? /node|^$/.test(living.command) : noted === living.startedAt;
};

/**
 * Registers this process as a user of the cluster; the returned function removes it and returns whether other processes
 * still use the cluster.
 */
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
