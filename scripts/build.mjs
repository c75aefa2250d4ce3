// Builds the app. Only Node built-ins until dependencies are installed.
import { spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { isBuildFresh, markBuild, sourceHash, unmarkBuild } from "./build-state.mjs";

// Libraries of many small modules that every start loads: finding and reading the files takes most of the time.
const bundled = new Set(["drizzle-orm", "postgres", "superjson", "use-intl", "uuid", "zod"]);

/**
 * Bundles the server's own modules: transpiling some hundred files takes most of the start, and the transpiler stays in
 * memory.
 */
export async function bundleServer(root) {
  const { build } = await import("esbuild");
  const { dependencies } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  await build({
    absWorkingDir: root,
    entryPoints: ["server/main.ts"],
    outdir: ".build",
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    external: Object.keys(dependencies).filter((name) => !bundled.has(name)),
    minify: true,
    keepNames: true,
    jsx: "automatic",
    logLevel: "silent",
  });
}

function buildPages(root, env) {
  const next = path.join(root, "node_modules", "next", "dist", "bin", "next");
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [next, "build"], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
    let words = "";
    child.stdout.on("data", (chunk) => (words += chunk));
    child.stderr.on("data", (chunk) => (words += chunk));
    child.once("error", (problem) => resolve({ ok: false, words: String(problem) }));
    child.once("exit", (code) => resolve({ ok: code === 0, words }));
  });
}

/** True when the build was made of the current sources. */
export const isFresh = (root) => isBuildFresh(root, sourceHash(root));

/** Builds pages and server; the build counts as stale until both are done. */
export async function buildAll(root, env = process.env) {
  const hash = sourceHash(root);
  unmarkBuild(root);
  // Removed because `npm test` checks these types, which may name pages that moved since `npm run dev` wrote them.
  rmSync(path.join(root, ".next", "dev", "types"), { recursive: true, force: true });
  const pages = await buildPages(root, env);
  if (!pages.ok) return pages;
  try {
    await bundleServer(root);
  } catch (problem) {
    return { ok: false, words: String(problem.message ?? problem) };
  }
  markBuild(root, hash);
  return pages;
}
