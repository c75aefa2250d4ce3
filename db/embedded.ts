import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync } from "node:fs";
import { chown, rename, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import postgres from "postgres";
import { hasRoom, ownCluster, ownFolder, prepareInstallation, type Account, type Installation } from "./embedded-files";
import { applicationRole, keptSecrets, makeApplicationRole, type Secrets } from "./embedded-secrets";
import { keepRunning } from "./keep-running";
import { endPostmaster, livingPostmaster, useTogether } from "./postmaster";

export interface EmbeddedDatabase {
  /** The address of the application's role, and that of the owner of the tables. */
  url: string;
  ownerUrl: string;
  /** True for the demo's database. */
  demo: boolean;
  dataDir: string;
  /** Stored in the data directory: signs sessions of this instance. */
  authSecret: string;
  notice: string | undefined;
  /** Stops PostgreSQL unless another process still uses its directory. */
  stop: () => Promise<void>;
}

const ownDatabase = "consorta";
const demoDatabase = "consorta_demo";
const owner = "consorta";
const addressOf = (port: number, database: string, role: string, password: string) =>
  `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;

async function run(program: string, args: string[], account: Account | undefined): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const child = spawn(program, args, {
      ...account,
      cwd: "/",
      env: plainEnvironment(),
      stdio: ["ignore", "ignore", "pipe"],
    });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${path.basename(program)} failed: ${said.trim().split("\n").slice(-4).join(" ")}`));
    });
  });
}

// Settings of this process must not reach PostgreSQL.
const plainEnvironment = (): NodeJS.ProcessEnv => ({
  ...(process.env["PATH"] === undefined ? {} : { PATH: process.env["PATH"] }),
  LC_ALL: "C",
  TZ: "UTC",
  NODE_ENV: process.env.NODE_ENV,
});

async function makeCluster(installation: Installation, cluster: string, secrets: Secrets): Promise<void> {
  const half = `${cluster}.${process.pid}`;
  const passwordFile = path.join(installation.dataDir, `.password.${process.pid}`);
  await rm(half, { recursive: true, force: true });
  await ownFolder(half, installation.account);
  await writeFile(passwordFile, secrets.databasePassword, { mode: 0o600 });
  if (installation.account !== undefined) await chown(passwordFile, installation.account.uid, installation.account.gid);
  try {
    await run(
      path.join(installation.native, "bin", "initdb"),
      [
        `--pgdata=${half}`,
        `--username=${owner}`,
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--no-instructions",
      ],
      installation.account,
    );
  } catch (problem) {
    await rm(half, { recursive: true, force: true });
    throw problem;
  } finally {
    await rm(passwordFile, { force: true });
  }
  // Renamed only when complete, so that a killed start leaves no broken cluster.
  await rename(half, cluster).catch(async (problem: unknown) => {
    await rm(half, { recursive: true, force: true });
    if (!existsSync(path.join(cluster, "PG_VERSION"))) throw problem;
  });
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === "object") resolve(address.port);
        else reject(new Error("The system gave no free port."));
      });
    });
  });
}

async function launch(
  installation: Installation,
  cluster: string,
  durable: boolean,
  port: number | undefined,
): Promise<{ ended: boolean }> {
  const output = openSync(path.join(installation.dataDir, "postgresql.log"), "a", 0o600);
  const settings = {
    listen_addresses: "127.0.0.1",
    port: String(port ?? (await freePort())),
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    jit: "off",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  // Detached, so that Ctrl-C in the terminal reaches only this process, which stops PostgreSQL itself.
  const child = spawn(
    path.join(installation.native, "bin", "postgres"),
    ["-D", cluster, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    { ...installation.account, cwd: "/", env: plainEnvironment(), detached: true, stdio: ["ignore", output, output] },
  );
  closeSync(output);
  const launched = { ended: false };
  const end = () => {
    launched.ended = true;
  };
  child.on("error", end).on("exit", end);
  child.unref();
  return launched;
}

async function readyPort(cluster: string, launched: { ended: boolean } | undefined): Promise<number | undefined> {
  const until = Date.now() + 60_000;
  for (;;) {
    const found = await livingPostmaster(cluster);
    if (found?.ready === true) return found.port;
    const gone = launched === undefined ? found === undefined : launched.ended;
    if (gone || Date.now() > until) return undefined;
    await wait(10);
  }
}

/**
 * One cluster holds a database for the demo and one for real accounts, so that DEMO=0 after the demo starts with an
 * empty database and the demo is kept. Without the setting, the database for real accounts is used when it exists.
 */
async function openDatabase(
  { folder, installation, secrets, demo }: Cluster,
  port: number,
): Promise<{ port: number; database: string; applicationPassword: string } | undefined> {
  const client = postgres(addressOf(port, "postgres", owner, secrets.databasePassword), {
    max: 1,
    // The start blocks the event loop: on a busy machine connecting may take long.
    connect_timeout: 30,
    onnotice: () => undefined,
  });
  try {
    const [row] = await client<{ folder: string }[]>`select current_setting('data_directory') as folder`;
    if (row?.folder !== folder) return undefined;
    const known = (await client<{ datname: string }[]>`select datname from pg_database`).map((found) => found.datname);
    const wanted = (demo ?? !known.includes(ownDatabase)) ? demoDatabase : ownDatabase;
    if (!known.includes(wanted)) await client.unsafe(`create database ${wanted}`).catch(unlessMadeMeanwhile);
    return { port, database: wanted, applicationPassword: await makeApplicationRole(client, installation.dataDir) };
  } finally {
    await client.end({ timeout: 2 });
  }
}

function unlessMadeMeanwhile(problem: unknown): void {
  const { code } = problem as { code?: string };
  if (code !== "42P04" && code !== "23505") throw problem;
}

interface Cluster {
  installation: Installation;
  folder: string;
  secrets: Secrets;
  demo: boolean | undefined;
  durable: boolean;
}

const startWithinMs = 20_000;

/**
 * Starts PostgreSQL or joins a running one; undefined when neither succeeds in twenty seconds. Processes that a killed
 * postmaster left may lock the cluster for a while.
 */
async function bringUp(cluster: Cluster, samePort?: number) {
  const { installation, folder, durable } = cluster;
  const until = Date.now() + startWithinMs;
  while (Date.now() < until) {
    const living = await livingPostmaster(folder);
    const launched = living === undefined ? await launch(installation, folder, durable, samePort) : undefined;
    const port = await readyPort(folder, launched);
    const opened = port === undefined ? undefined : await openDatabase(cluster, port).catch(unlessUnreachable);
    if (opened !== undefined) return opened;
    await wait(200);
  }
  return undefined;
}

const unreachable = new Set(["ECONNREFUSED", "ECONNRESET", "CONNECTION_CLOSED", "CONNECT_TIMEOUT", "57P01", "57P03"]);

function unlessUnreachable(problem: unknown): undefined {
  if (!unreachable.has((problem as { code?: string }).code ?? "")) throw problem;
}

/** Starts the PostgreSQL of a directory, or joins the one that already runs there (after an instance was killed). */
export async function startEmbedded(options: {
  projectRoot: string;
  dataDir: string | undefined;
  /** Undefined: the demo, unless a database for real accounts exists. */
  demo?: boolean | undefined;
  /** False only for temporary databases. */
  durable?: boolean;
  /** Called when PostgreSQL ended and could not be restarted. */
  lost?: () => void;
}): Promise<EmbeddedDatabase> {
  const installation = await prepareInstallation(options.projectRoot, options.dataDir);
  const secrets = await keptSecrets(installation.dataDir);
  const folder = path.join(installation.dataDir, "postgres");
  const leave = await useTogether(installation.dataDir);
  if (!existsSync(path.join(folder, "PG_VERSION"))) await makeCluster(installation, folder, secrets);
  await ownCluster(folder, installation.account);
  const cluster: Cluster = { installation, folder, secrets, demo: options.demo, durable: options.durable ?? true };
  const running = await bringUp(cluster);
  if (running === undefined) {
    await leave();
    const why = (await hasRoom(installation.dataDir))
      ? `its own messages are in ${path.join(installation.dataDir, "postgresql.log")}.`
      : `the disk of DATA_DIR ${installation.dataDir} is full. Make room, then start again.`;
    throw new Error(`PostgreSQL did not start: ${why}`);
  }
  const { port, database, applicationPassword } = running;
  const stopWatching = keepRunning({
    isRunning: async () => (await livingPostmaster(folder)) !== undefined,
    hasRoom: () => hasRoom(installation.dataDir),
    restart: () => bringUp(cluster, port),
    lost: options.lost ?? (() => undefined),
  });
  return {
    url: addressOf(port, database, applicationRole, applicationPassword),
    ownerUrl: addressOf(port, database, owner, secrets.databasePassword),
    demo: database === demoDatabase,
    dataDir: installation.dataDir,
    authSecret: secrets.authSecret,
    notice: installation.notice,
    stop: async () => {
      stopWatching();
      if (!(await leave())) await endPostmaster(folder);
    },
  };
}
