// `npm start`: installs, builds and serves, each only when needed. Only Node built-ins until dependencies are
// installed.
import path from "node:path";
import { fileURLToPath } from "node:url";
import { buildAll, bundleServer, isFresh } from "./build.mjs";
import { isServed, noteServing } from "./build-state.mjs";
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

async function build() {
  if (isFresh(root)) return;
  if (isServed(root))
    fail("Another instance serves from this folder and its build is out of date: stop it, then start again.");
  process.stdout.write("Building; this takes about a minute.\n");
  const done = await buildAll(root);
  if (!done.ok) fail(`${done.words}\nThe build failed: its words are above.`);
}

if (mode === "start" || mode === "build") await build();
// The worker and the database commands do not need the pages.
else if (mode !== "dev" && !isFresh(root)) await bundleServer(root);
if (mode !== "build") {
  if (mode === "start") noteServing(root);
  endWithNpm();
  if (mode === "dev") {
    const { register } = await import("tsx/esm/api");
    register();
    await import("../server/main.ts");
  } else {
    await import("../.build/main.mjs");
  }
}
