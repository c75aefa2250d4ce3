import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { makeDataFolder, ownCluster } from "./embedded-files";
import { keepRunning } from "./keep-running";
import { livingPostmaster, processOf, useTogether } from "./postmaster";

let folder: string;
const undo: (() => void)[] = [];
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "consorta-recovery-"));
});
afterEach(async () => {
  for (const undoStep of undo.splice(0)) undoStep();
  await rm(folder, { recursive: true, force: true });
});

const pidFile = (pid: number | string) => `${String(pid)}\n${folder}\n1\n5432\n\n\n\nready\n`;
const write = (text: string) => writeFile(path.join(folder, "postmaster.pid"), text);

/** A zombie: a process that ended while its parent, being stopped, cannot wait for it. */
async function zombie(): Promise<number> {
  const parent = spawn("/bin/sh", ["-c", "sleep 0.2 & echo $!; exec sleep 60"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  undo.push(() => parent.kill("SIGKILL"));
  const pid = await new Promise<number>((resolve) => {
    parent.stdout.once("data", (chunk: Buffer) => {
      resolve(Number(chunk.toString()));
    });
  });
  await wait(500);
  process.kill(pid, 0);
  return pid;
}

it("ignores a zombie process and removes its pid file", async () => {
  const pid = await zombie();
  expect(processOf(pid)).toBeUndefined();
  await write(pidFile(pid));
  expect(await livingPostmaster(folder)).toBeUndefined();
  expect(await readdir(folder)).toEqual([]);
});

it("removes a pid file whose pid belongs to another process", async () => {
  await write(pidFile(process.pid));
  expect(await livingPostmaster(folder)).toBeUndefined();
  expect(await readdir(folder)).toEqual([]);
});

it("reads a pid file again that is empty while it is replaced", async () => {
  await write("");
  // The directory in its arguments identifies a postmaster of this cluster.
  const server = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60000)", folder]);
  undo.push(() => server.kill("SIGKILL"));
  setTimeout(() => void write(pidFile(server.pid ?? 0)), 150);
  expect(await livingPostmaster(folder)).toEqual({ pid: server.pid, port: 5432, ready: true });
});

it("removes the files of ended users, also when another process has their pid", async () => {
  const child = spawn("/bin/sleep", ["60"]);
  undo.push(() => child.kill("SIGKILL"));
  await writeFile(path.join(folder, `postgres.user.${String(child.pid)}`), "an earlier start");
  await writeFile(path.join(folder, `postgres.user.${String(await zombie())}`), "");
  const leave = await useTogether(folder);
  expect(await readdir(folder)).toEqual([`postgres.user.${String(process.pid)}`]);
  expect(await leave()).toBe(false);
  expect(await readdir(folder)).toEqual([]);
});

it("counts a running user", async () => {
  const child = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60000)"]);
  undo.push(() => child.kill("SIGKILL"));
  await wait(100);
  const started = processOf(child.pid ?? 0)?.startedAt ?? "none";
  await writeFile(path.join(folder, `postgres.user.${String(child.pid)}`), started);
  const leave = await useTogether(folder);
  expect(await leave()).toBe(true);
});

it("names a data directory that cannot be used, and says what to do", async () => {
  const file = path.join(folder, randomUUID());
  await writeFile(file, "");
  await expect(makeDataFolder(file)).rejects.toThrow(`DATA_DIR ${file} is not a folder`);
  await expect(makeDataFolder(path.join(file, "below"))).rejects.toThrow("is not a folder: choose another one");
  await expect(makeDataFolder(path.join(folder, "x".repeat(300)))).rejects.toThrow("choose a shorter one");
  await mkdir(path.join(folder, "fine"));
  await makeDataFolder(path.join(folder, "fine", "deep"));
});

const limits = { everyMs: 5, failures: 3, withinMs: 60_000 };

it("restarts a process that ended, and gives up at the third failure within a minute", async () => {
  let restarts = 0;
  const lost = new Promise<void>((resolve) => {
    const stop = keepRunning(
      {
        isRunning: () => Promise.resolve(false),
        hasRoom: () => Promise.resolve(true),
        restart: () => Promise.resolve((restarts += 1)),
        lost: resolve,
      },
      limits,
    );
    undo.push(stop);
  });
  await lost;
  await wait(50);
  expect(restarts).toBe(2);
});

it("waits while the disk is full, without counting failures", async () => {
  let hasSpace = false;
  let running = false;
  let restarts = 0;
  const watched = {
    isRunning: () => Promise.resolve(running),
    hasRoom: () => Promise.resolve(hasSpace),
    restart: () => {
      restarts += 1;
      running = true;
      return Promise.resolve();
    },
    lost: () => {
      throw new Error("given up");
    },
  };
  undo.push(keepRunning(watched, limits));
  await wait(100);
  expect(restarts).toBe(0);
  hasSpace = true;
  await expect.poll(() => restarts).toBe(1);
});

it("gives a cluster that was copied without its owner and mode back to PostgreSQL's user", async () => {
  const file = path.join(folder, "PG_VERSION");
  await writeFile(file, "18");
  await chmod(folder, 0o755);
  // Only root can change an owner; everyone else runs PostgreSQL as themselves.
  const account = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined;
  await ownCluster(folder, account);
  const owner = account?.uid ?? process.getuid?.();
  expect([(await stat(folder)).uid, (await stat(file)).uid]).toEqual([owner, owner]);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
});
