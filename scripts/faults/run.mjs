// `npm run faults`: fault injection. Prints a table; the exit code is 1 when data was lost or the instance did not
// recover.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { buildAll, isFresh } from "../build.mjs";
import { findOrInstallChromium } from "../chromium.mjs";
import { requireNode } from "../install.mjs";
import { plainEnvironment, startInstance } from "../instance.mjs";
import { fullDisk } from "./disk.mjs";
import { floods, silentCallers, upgrades } from "./hostile.mjs";
import { killRounds } from "./kills.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..");
process.chdir(root);
requireNode();
if (!isFresh(root)) {
  const built = await buildAll(root, plainEnvironment());
  if (!built.ok) {
    process.stderr.write(`${built.words}\nThe build failed.\n`);
    process.exit(1);
  }
}

const scratch = mkdtempSync(path.join(tmpdir(), "consorta-faults-"));
chmodSync(scratch, 0o711);

/** All generated bad input; `npm test` runs a sample of it. */
function badInput() {
  const file = "server/testing/bad-input.test.ts";
  if (!existsSync(file)) return { rounds: 0, note: "not run: there is no such test" };
  const vitest = path.join("node_modules", "vitest", "vitest.mjs");
  const { status } = spawnSync(process.execPath, [vitest, "run", "--project", "integration", file], {
    env: plainEnvironment({ FAULTS: "all" }),
    stdio: ["ignore", "inherit", "inherit"],
    timeout: 240_000,
  });
  return { rounds: 1, failed: status !== 0 };
}

/** Every page with bad values in every part of its address, on an instance with the demo. */
async function badAddresses() {
  const chromium = await findOrInstallChromium(root);
  if (chromium === undefined) return { rounds: 0, failed: true, note: "there is no Chromium: set CHROME_PATH to one" };
  const dataDir = path.join(scratch, "addresses");
  const instance = await startInstance(root, dataDir, { RATE_LIMIT_FACTOR: "100000", LOG_LEVEL: "error" });
  try {
    const playwright = path.join("node_modules", "@playwright", "test", "cli.js");
    const child = spawn(process.execPath, [playwright, "test", "bad-addresses", "--reporter=line"], {
      env: plainEnvironment({
        FAULTS: "all",
        CHROME_PATH: chromium,
        E2E_URL: instance.url,
        E2E_DATA_DIR: dataDir,
        E2E_RESULTS: path.join(scratch, "results"),
      }),
      stdio: ["ignore", "inherit", "inherit"],
    });
    const [code] = await once(child, "exit");
    return { rounds: 1, failed: code !== 0 };
  } finally {
    await instance.stop();
  }
}

const parts = [
  ["kill -9 of the app", () => killRounds(root, path.join(scratch, "app"), "app", 4)],
  // At the third failure within a minute the instance gives up, as intended.
  ["kill -9 of PostgreSQL", () => killRounds(root, path.join(scratch, "postgres"), "postgres", 2)],
  ["kill -9 of both", () => killRounds(root, path.join(scratch, "both"), "both", 4)],
  ["6 silent callers at sign-in", () => silentCallers(root, path.join(scratch, "six"), 6)],
  ["200 silent callers at sign-in", () => silentCallers(root, path.join(scratch, "many"), 200)],
  ["300 upgrades, then SIGTERM", () => upgrades(root, path.join(scratch, "upgrades"), 300)],
  ["chunked floods", () => floods(root, path.join(scratch, "floods"), 8)],
  ["a full disk", () => fullDisk(root, path.join(scratch, "disk"))],
  ["bad input, all of it", badInput],
  ["bad addresses, all of them", badAddresses],
];

const wanted = process.argv.slice(2);
const rows = [];
for (const [name, run] of parts) {
  if (wanted.length > 0 && !wanted.some((word) => name.includes(word))) continue;
  process.stdout.write(`${name} …\n`);
  try {
    rows.push({ name, ...(await run()) });
  } catch (problem) {
    rows.push({ name, failed: true, note: String(problem.message ?? problem).slice(0, 300) });
  }
}
rmSync(scratch, { recursive: true, force: true });

const failed = (row) => row.failed === true || row.lost > 0 || row.failedStarts > 0;
const head = [
  ...["fault", "result", "rounds", "acknowledged", "lost", "failed first starts"],
  ...["seconds until it serves", "peak memory (MB)", "note"],
];
const lines = rows.map((row) => [
  ...[row.name, failed(row) ? "FAILED" : "ok", row.rounds, row.acknowledged, row.lost, row.failedStarts],
  ...[row.seconds, row.memory, row.note],
]);
const table = [head, ...lines].map((line) => line.map((cell) => String(cell ?? "")));
const widths = head.map((_, column) => Math.max(...table.map((line) => line[column].length)));
for (const line of table) {
  process.stdout.write(
    `${line
      .map((cell, column) => cell.padEnd(widths[column]))
      .join("  ")
      .trimEnd()}\n`,
  );
}
process.exitCode = rows.some(failed) ? 1 : 0;
