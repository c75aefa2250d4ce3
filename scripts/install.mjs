// Only Node built-ins: this runs before dependencies are installed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Exits with a message when this Node is too old. */
export function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  process.stderr.write(`Consorta needs Node 20.19 or newer; this is ${process.versions.node}.\n`);
  process.exit(1);
}

function isInstalled(root, lockHash) {
  const mark = path.join(root, "node_modules", ".consorta-lock");
  if (existsSync(mark)) return readFileSync(mark, "utf8") === lockHash;
  // Installed by npm directly: npm's own record is newer than the lock file when it was installed after it.
  const record = path.join(root, "node_modules", ".package-lock.json");
  return existsSync(record) && statSync(record).mtimeMs >= statSync(path.join(root, "package-lock.json")).mtimeMs;
}

/** Installs the dependencies when they are missing or older than the lock file. */
export function installDependencies(root) {
  const lockHash = createHash("sha256")
    .update(readFileSync(path.join(root, "package-lock.json")))
    .digest("hex");
  if (!isInstalled(root, lockHash)) {
    process.stdout.write("Installing the dependencies; this takes about a minute.\n");
    const npm = process.env.npm_execpath;
    // `npm ci` deletes all packages first, which would break an instance that runs in this directory.
    const args = ["install", "--no-save", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
    const done = npm
      ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: ["ignore", "ignore", "inherit"] })
      : spawnSync("npm", args, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
    if (done.status !== 0) {
      process.stderr.write("The dependencies could not be installed: npm says why above.\n");
      process.exit(1);
    }
  }
  const mark = path.join(root, "node_modules", ".consorta-lock");
  if (!existsSync(mark) || readFileSync(mark, "utf8") !== lockHash) writeFileSync(mark, lockHash);
}
