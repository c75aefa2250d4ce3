import { readFileSync } from "node:fs";

function parentOf(pid) {
  try {
    // pid (name, which may contain anything) state ppid …
    return Number(readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1).split(" ")[1]);
  } catch {
    return undefined;
  }
}

/**
 * npm runs scripts in a shell, and a signal to npm ends only that shell: an instance that npm started therefore ends
 * when either of the two has ended.
 */
export function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined || process.platform === "win32") return;
  const shell = process.ppid;
  const npm = parentOf(shell);
  const watch = setInterval(() => {
    if (process.ppid === shell && parentOf(shell) === npm) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, 500);
  watch.unref();
}
