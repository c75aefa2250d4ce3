import { readdirSync, readFileSync, writeFileSync } from "node:fs";

/** Resident memory of one process in megabytes: current and peak. */
export function memory(pid: number): { now: number; peak: number } {
  const status = readFileSync(`/proc/${String(pid)}/status`, "utf8");
  const read = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) / 1024;
  return { now: read("VmRSS"), peak: read("VmHWM") };
}

/** Resets the peak of a process. */
export function forgetPeak(pid: number): void {
  writeFileSync(`/proc/${String(pid)}/clear_refs`, "5");
}

/** The ids of a process and all its descendants. */
function family(pid: number): number[] {
  const threads = readdirSync(`/proc/${String(pid)}/task`);
  const children = threads.flatMap((thread) =>
    readFileSync(`/proc/${String(pid)}/task/${thread}/children`, "utf8")
      .trim()
      .split(" ")
      .filter(Boolean)
      .map(Number),
  );
  return [pid, ...children.flatMap(family)];
}

/**
 * Samples the resident memory of a process and its descendants each second; the returned function stops and returns the
 * samples in order.
 */
export function watchMemory(pid: number): () => number[] {
  const seen: number[] = [];
  const timer = setInterval(() => {
    seen.push(family(pid).reduce((sum, one) => sum + memory(one).now, 0));
  }, 1_000);
  return () => {
    clearInterval(timer);
    return seen;
  };
}
