import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

const usual = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

async function playwrightsOwn() {
  const { chromium } = await import("@playwright/test");
  const own = chromium.executablePath();
  return own !== "" && existsSync(own) ? own : undefined;
}

async function known() {
  const named = process.env.CHROME_PATH;
  if (named) return existsSync(named) ? named : undefined;
  return usual.find((place) => existsSync(place)) ?? (await playwrightsOwn());
}

const quietly = (program, args) => spawnSync(program, args, { stdio: ["ignore", "ignore", "inherit"] }).status === 0;

/** The browser for e2e tests: found, or installed when allowed; else undefined. */
export async function findOrInstallChromium(root) {
  const found = await known();
  if (found !== undefined || process.env.CHROME_PATH) return found;
  process.stdout.write("Installing Chromium for the end-to-end tests.\n");
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    quietly("apt-get", ["update", "-qq"]);
    quietly("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"]);
    const installed = await known();
    if (installed !== undefined) return installed;
  }
  quietly(process.execPath, [path.join(root, "node_modules", "@playwright", "test", "cli.js"), "install", "chromium"]);
  return known();
}
