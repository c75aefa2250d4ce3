import { readdirSync, readFileSync, writeFileSync } from "node:fs";

/** Resident memory of one process in megabytes: now, and its peak. */
export function memory(pid: number): { now: number; peak: number } {
  const status = readFileSync(`/proc/${String(pid)}/status`, "utf8");
  const read = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) / 1024;
  return { now: read("VmRSS"), peak: read("VmHWM") };
}

/** From now on the peak of a process is counted anew. */
export function forgetPeak(pid: number): void {
  writeFileSync(`/proc/${String(pid)}/clear_refs`, "5");
}

/** A process and all that it started, their children too. */
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

/** Notes the resident memory of a process and its children each second; answers what was seen, first to last. */
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
