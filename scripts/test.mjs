// `npm test`: all checks. Only Node built-ins until dependencies are installed.
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { buildAll, isFresh } from "./build.mjs";
import { isServed } from "./build-state.mjs";
import { findOrInstallChromium } from "./chromium.mjs";
import { installDependencies, requireNode } from "./install.mjs";
import { freePort, plainEnvironment, startInstance, startRefused } from "./instance.mjs";
import { lostByKill } from "./killed.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
process.chdir(root);
requireNode();
installDependencies(root);

const scratch = mkdtempSync(path.join(tmpdir(), "consorta-run-"));
// PostgreSQL under test may run as another user, who needs access to its data.
chmodSync(scratch, 0o711);
const tool = (...parts) => path.join(root, "node_modules", ...parts);
const count = { passed: 0, failed: 0 };
const undo = [];

function note(name, passed, failed, since, words = "") {
  count.passed += passed;
  count.failed += failed;
  const seconds = ((Date.now() - since) / 1000).toFixed(1);
  process.stdout.write(
    `${failed === 0 ? "ok    " : "FAILED"} ${name}: ${passed} passed, ${failed} failed (${seconds} s)\n`,
  );
  if (failed > 0 && words !== "") process.stdout.write(`${words.trimEnd()}\n`);
}

function run(args, { cwd = root, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd, env: plainEnvironment(env), stdio: ["ignore", "pipe", "pipe"] });
    let words = "";
    child.stdout.on("data", (chunk) => (words += chunk));
    child.stderr.on("data", (chunk) => (words += chunk));
    child.once("error", (problem) => resolve({ ok: false, words: String(problem) }));
    child.once("exit", (code) => resolve({ ok: code === 0, words }));
  });
}

async function check(name, act) {
  const since = Date.now();
  const { ok, words } = await act().catch((problem) => ({ ok: false, words: String(problem.stack ?? problem) }));
  note(name, ok ? 1 : 0, ok ? 0 : 1, since, words);
  return ok;
}

const lint = () => check("lint", () => run([tool("eslint", "bin", "eslint.js"), ".", "--max-warnings", "0"]));

const format = () =>
  check("format", () => run([tool("prettier", "bin", "prettier.cjs"), "--check", ".", "--log-level", "warn"]));

const unused = () => check("nothing unused", () => run([tool("knip", "bin", "knip.js"), "--no-progress"]));

const types = () =>
  check("types", async () => {
    const routes = await run([tool("next", "dist", "bin", "next"), "typegen"]);
    return routes.ok ? run([tool("typescript", "bin", "tsc"), "--noEmit"]) : routes;
  });

const migrations = () =>
  check("migrations", async () => {
    const kit = tool("drizzle-kit", "bin.cjs");
    const sound = await run([kit, "check"]);
    if (!sound.ok) return sound;
    const out = path.join(scratch, "migrations");
    cpSync(path.join(root, "db", "migrations"), out, { recursive: true });
    const before = readdirSync(out).length;
    const made = await run([
      kit,
      "generate",
      "--dialect=postgresql",
      "--schema=./db/schema/index.ts",
      `--out=${path.relative(root, out)}`,
    ]);
    const same = readdirSync(out).length === before;
    const words = same ? made.words : "The schema has changed: run npm run db:generate and commit the migration.";
    return { ok: made.ok && same, words };
  });

/** Counts from the runner's own report; a run that fails without a failed test counts as one failure. */
function noteReport(name, since, result, file, read) {
  const report = existsSync(file) ? read(JSON.parse(readFileSync(file, "utf8"))) : { passed: 0, failed: 0 };
  const failed = result.ok ? report.failed : Math.max(report.failed, 1);
  note(name, report.passed, failed, since, result.words);
}

async function vitest(project) {
  const since = Date.now();
  const file = path.join(scratch, `${project}.json`);
  const args = [tool("vitest", "vitest.mjs"), "run", "--project", project];
  const result = await run([...args, "--reporter=dot", "--reporter=json", `--outputFile=${file}`]);
  noteReport(project, since, result, file, (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numPendingTests + report.numTodoTests,
  }));
}

/** A copy of the sources to build in, used when an instance serves this directory's own build. */
function copyOfTheTree() {
  const copy = path.join(scratch, "tree");
  mkdirSync(copy);
  const listed = spawnSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], { encoding: "utf8" });
  for (const name of listed.stdout.split("\0").filter((entry) => entry !== "" && existsSync(entry))) {
    cpSync(name, path.join(copy, name));
  }
  const linked = spawnSync("cp", ["-al", tool(), path.join(copy, "node_modules")]);
  if (linked.status !== 0) cpSync(tool(), path.join(copy, "node_modules"), { recursive: true, verbatimSymlinks: true });
  return copy;
}

let built;
const build = () =>
  check("build", async () => {
    if (isFresh(root)) {
      built = root;
      return { ok: true, words: "" };
    }
    const folder = isServed(root) ? copyOfTheTree() : root;
    const done = await buildAll(folder, plainEnvironment());
    if (done.ok) built = folder;
    return done;
  });

async function journeys() {
  const chromium = await findOrInstallChromium(root);
  const since = Date.now();
  if (chromium === undefined) {
    note("journeys", 0, 1, since, "There is no Chromium and it could not be installed: set CHROME_PATH to one.");
    return;
  }
  const dataDir = path.join(scratch, "data");
  const file = path.join(scratch, "e2e.json");
  try {
    const issuer = `http://127.0.0.1:${await freePort()}`;
    const instance = await startInstance(built, dataDir, {
      RATE_LIMIT_FACTOR: "1000",
      LOG_LEVEL: "error",
      OPERATORS: "ana@soldelevante.example",
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: "consorta",
      OIDC_CLIENT_SECRET: "a secret between the two",
      OIDC_NAME: "Campus",
    });
    undo.push(instance.stop);
    const result = await run([tool("@playwright", "test", "cli.js"), "test", "--reporter=json"], {
      env: {
        CHROME_PATH: chromium,
        E2E_URL: instance.url,
        E2E_DATA_DIR: dataDir,
        E2E_OIDC_ISSUER: issuer,
        E2E_RESULTS: path.join(scratch, "e2e-results"),
        PLAYWRIGHT_JSON_OUTPUT_NAME: file,
      },
    });
    const words = existsSync(file) ? failedJourneys(JSON.parse(readFileSync(file, "utf8"))) : result.words;
    noteReport("journeys", since, { ok: result.ok, words: words + instance.said() }, file, ({ stats }) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected + stats.skipped,
    }));
    undo.pop();
    await check("a clean end", async () => {
      const code = await instance.stop();
      return { ok: code === 0, words: `The instance ended with ${code}.` };
    });
  } catch (problem) {
    note("journeys", 0, 1, since, String(problem));
  }
}

function failedJourneys(report) {
  const lines = report.errors.map((error) => error.message);
  const visit = (suite, above) => {
    const name = [...above, suite.title].filter(Boolean);
    for (const spec of suite.specs ?? []) {
      const problems = spec.tests.flatMap((test) => test.results.flatMap((result) => result.errors));
      if (!spec.ok) lines.push([...name, spec.title].join(" > "), ...problems.map((problem) => problem.message));
    }
    for (const inner of suite.suites ?? []) visit(inner, name);
  };
  for (const suite of report.suites) visit(suite, []);
  return `${lines.join("\n")}\n`;
}

const badSettings = () =>
  check("wrong settings stop the start", async () => {
    const wrong = await startRefused(built, { PORT: "abc", DATA_DIR: path.join(scratch, "never") });
    const missing = await startRefused(built, { DATABASE_URL: "postgres://u:p@127.0.0.1:9/none" });
    const ok =
      wrong.code === 1 &&
      wrong.said.includes("PORT must be a whole number.") &&
      missing.code === 1 &&
      ["AUTH_SECRET", "APP_URL", "SMTP_URL"].every((name) => missing.said.includes(`${name} is missing`));
    return { ok, words: wrong.said + missing.said };
  });

const killed = () =>
  check("what was acknowledged outlives kill -9", async () => {
    const wrong = await lostByKill(built, path.join(scratch, "killed")).catch((problem) => [String(problem)]);
    return { ok: wrong.length === 0, words: `${wrong.join("\n")}\n` };
  });

/** Short checks, one after the other. */
async function shortOnes() {
  await types();
  await vitest("unit");
  await format();
  await unused();
  await migrations();
  if (built === undefined) return;
  await badSettings();
  await killed();
}

const tree = () => spawnSync("git", ["status", "--porcelain"], { encoding: "utf8" }).stdout;

async function all() {
  const before = tree();
  // Two parallel lanes for two cores. The build regenerates route types, so checks that read them run after it.
  await Promise.all([build(), vitest("integration")]);
  await Promise.all([lint(), shortOnes()]);
  if (built === undefined) note("journeys", 0, 1, Date.now(), "There is no build to run them on.");
  else await journeys();
  await check("the tree is as it was", async () => {
    const after = tree();
    return { ok: after === before, words: `Before:\n${before}After:\n${after}` };
  });
}

const parts = {
  all,
  check: async () => {
    await types();
    await Promise.all([lint(), vitest("unit")]);
    await format();
  },
  e2e: async () => {
    if (await build()) await journeys();
  },
};

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, async () => {
    for (const act of undo) await act();
    rmSync(scratch, { recursive: true, force: true });
    process.exit(1);
  });
}

await parts[process.argv[2] ?? "all"]();
for (const act of undo) await act();
rmSync(scratch, { recursive: true, force: true });
process.stdout.write(`${count.passed} passed, ${count.failed} failed\n`);
process.exitCode = count.failed === 0 ? 0 : 1;
