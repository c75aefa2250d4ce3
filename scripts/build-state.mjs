// Only Node built-ins: this runs before dependencies are installed.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

const sources = [
  "app",
  "components",
  "db",
  "domain",
  "messages",
  "server",
  "instrumentation.ts",
  "next.config.ts",
  "package-lock.json",
  "postcss.config.mjs",
  "scripts/build.mjs",
];
const left = new Set(["migrations", "testing"]);

function filesOf(root, name, into) {
  const full = path.join(root, name);
  if (!existsSync(full)) return;
  if (!statSync(full).isDirectory()) {
    if (!/\.test\.tsx?$/.test(name)) into.push(name);
    return;
  }
  for (const entry of readdirSync(full).sort()) {
    if (!left.has(entry)) filesOf(root, path.join(name, entry), into);
  }
}

/** A hash of everything a build depends on. */
export function sourceHash(root) {
  const files = [];
  for (const name of sources) filesOf(root, name, files);
  const hash = createHash("sha256");
  for (const name of files)
    hash
      .update(name)
      .update("\0")
      .update(readFileSync(path.join(root, name)))
      .update("\0");
  return hash.digest("hex");
}

const markIn = (root) => path.join(root, ".next", "consorta-build");

export function isBuildFresh(root, hash) {
  return existsSync(markIn(root)) && readFileSync(markIn(root), "utf8") === hash;
}

export function markBuild(root, hash) {
  writeFileSync(markIn(root), hash);
}

/** Removes the mark of a complete build, so that a build that is killed half-way is never served. */
export function unmarkBuild(root) {
  rmSync(markIn(root), { force: true });
}

const runningIn = (root) => path.join(root, ".next", "consorta-running");

/** Registers this process as a user of the build, so that it is not rebuilt meanwhile. */
export function noteServing(root) {
  mkdirSync(runningIn(root), { recursive: true });
  writeFileSync(path.join(runningIn(root), String(process.pid)), "");
  process.on("exit", () => rmSync(path.join(runningIn(root), String(process.pid)), { force: true }));
}

/** True when another running process serves this build. */
export function isServed(root) {
  if (!existsSync(runningIn(root))) return false;
  return readdirSync(runningIn(root)).some((name) => {
    if (Number(name) === process.pid) return false;
    try {
      process.kill(Number(name), 0);
      return true;
    } catch (problem) {
      if (problem.code === "EPERM") return true;
      rmSync(path.join(runningIn(root), name), { force: true });
      return false;
    }
  });
}
