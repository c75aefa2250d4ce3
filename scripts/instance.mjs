import { spawn } from "node:child_process";
import { createServer } from "node:net";

// Settings in the environment of the person must not affect the instance under test.
const settings =
  /^(DATABASE_URL|MIGRATE_DATABASE_URL|DATA_DIR|PORT|HOST|APP_URL|AUTH_|DEMO$|SMTP_|MAIL_|S3_|OIDC_|SIGN_UP|ACT_LINKS|OPERATOR|MAX_FILE_|PROJECT_STORAGE_|WORKER$|LOG_LEVEL|RATE_LIMIT_|TRUST_PROXY|npm_lifecycle_event|NODE_ENV|TZ$)/;

export function plainEnvironment(more = {}) {
  const kept = Object.entries(process.env).filter(([name]) => !settings.test(name));
  return { ...Object.fromEntries(kept), NEXT_TELEMETRY_DISABLED: "1", ...more };
}

/** @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Starts an instance of a build with a separate data directory, and waits until it is ready. */
export async function startInstance(folder, dataDir, more = {}) {
  const port = await freePort();
  const child = spawn(process.execPath, ["scripts/start.cjs"], {
    cwd: folder,
    env: plainEnvironment({ DATA_DIR: dataDir, PORT: String(port), ...more }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stdout.on("data", (chunk) => (said += chunk));
  child.stderr.on("data", (chunk) => (said += chunk));
  const ended = new Promise((resolve) => child.once("exit", resolve));
  let over = false;
  void ended.then(() => (over = true));
  for (let tries = 0; tries < 600 && !over; tries++) {
    const answer = /ready: (http:\S+)/.exec(said);
    if (answer) {
      const stop = async () => {
        child.kill("SIGTERM");
        return ended;
      };
      const kill = async () => {
        child.kill("SIGKILL");
        return ended;
      };
      return { url: answer[1], pid: child.pid, stop, kill, said: () => said };
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill("SIGKILL");
  throw new Error(`The instance under test did not start:\n${said}`);
}

/** Starts an instance that should refuse to start; returns its exit code and output. */
export async function startRefused(folder, more) {
  const child = spawn(process.execPath, ["scripts/start.cjs"], {
    cwd: folder,
    env: plainEnvironment(more),
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (chunk) => (said += chunk));
  const impatient = setTimeout(() => child.kill("SIGTERM"), 30_000);
  const code = await new Promise((resolve) => child.once("exit", resolve));
  clearTimeout(impatient);
  return { code, said };
}
