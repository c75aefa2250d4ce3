// `npm start`: installs, builds and serves, each only when needed. Node builtins alone until all is installed.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { isBuildFresh, isServed, markBuild, noteServing, sourceHash, unmarkBuild } from "./build-state.mjs";
import { installDependencies, requireNode } from "./install.mjs";
import { endWithNpm } from "./parent.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
process.chdir(root);
process.env.NEXT_TELEMETRY_DISABLED = "1";

requireNode();
installDependencies(root);

const mode = process.argv[2] ?? "start";
process.env.NODE_ENV = mode === "dev" ? "development" : "production";

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function build() {
  const hash = sourceHash(root);
  if (isBuildFresh(root, hash)) return;
  if (isServed(root))
    fail("Another instance serves from this folder and its build is out of date: stop it, then start again.");
  process.stdout.write("Building; this takes about a minute.\n");
  unmarkBuild(root);
  const next = path.join(root, "node_modules", "next", "dist", "bin", "next");
  const done = spawnSync(process.execPath, [next, "build"], { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 ** 2 });
  if (done.status !== 0) fail(`${done.stdout}${done.stderr}\nThe build failed: its words are above.`);
  markBuild(root, hash);
}

if (mode === "start" || mode === "build") build();
if (mode !== "build") {
  if (mode === "start") noteServing(root);
  endWithNpm();
  const { register } = await import("tsx/esm/api");
  register();
  await import("../server/main.ts");
}
