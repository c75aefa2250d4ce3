import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import autocannon from "autocannon";

export interface Started {
  process: ChildProcess;
  stop: () => Promise<void>;
}

/** Starts a process and waits until it says the words. */
export async function start(
  command: string[],
  cwd: string,
  env: Record<string, string>,
  words: string,
): Promise<Started & { afterMs: number }> {
  const began = performance.now();
  const [program = process.execPath, ...args] = command;
  const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes(words)) resolve();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", () => {
      reject(new Error(`It ended before it was ready:\n${said}`));
    });
  });
  const afterMs = performance.now() - began;
  const stop = async () => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await ended;
  };
  return { process: child, stop, afterMs };
}

type Load = { url: string; seconds?: number; headers?: Record<string, string>; method?: "GET" | "POST"; body?: string };

/** Requests per second at eight connections; throws when an answer was not a success. */
export async function rate({
  url,
  seconds = 8,
  headers = {},
  method = "GET",
  body,
}: Load): Promise<{ rps: number; p95: number }> {
  const one = { url, connections: 8, headers, method, ...(body === undefined ? {} : { body }) };
  await autocannon({ ...one, duration: 3 });
  const result = await autocannon({ ...one, duration: seconds });
  if (result.non2xx > 0 && !(method === "POST" && result["3xx"] === result.requests.total)) {
    throw new Error(
      `${String(result.non2xx)} of ${String(result.requests.total)} answers from ${url} were no success.`,
    );
  }
  return { rps: result.requests.average, p95: result.latency.p97_5 };
}

/** The two in turn, three times each; the median of each and their ratio. */
export async function inTurn(ours: Load, bare: Load): Promise<{ ours: number; bare: number; ratio: number }> {
  const rates: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
  for (let round = 0; round < 3; round += 1) {
    rates.ours.push((await rate(ours)).rps);
    rates.bare.push((await rate(bare)).rps);
  }
  const median = (list: number[]) => [...list].sort((a, b) => a - b)[1] ?? 0;
  const [a, b] = [median(rates.ours), median(rates.bare)];
  return { ours: a, bare: b, ratio: a / b };
}

/** Resident memory of a process in megabytes: now, and its peak. */
export function memory(pid: number | undefined): { now: number; peak: number } {
  const status = readFileSync(`/proc/${String(pid)}/status`, "utf8");
  const read = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) / 1024;
  return { now: read("VmRSS"), peak: read("VmHWM") };
}

/** First-load JavaScript of a page, gzip, in KB: every script its HTML names, but for old browsers. */
export async function firstLoad(url: string, headers: Record<string, string> = {}): Promise<number> {
  const html = await (await fetch(url, { headers })).text();
  const scripts = new Set(
    [...html.matchAll(/<script\s[^>]*src="([^"]+\.js[^"]*)"[^>]*>/g)]
      .filter(([tag]) => !/nomodule/i.test(tag))
      .map(([, src]) => src ?? ""),
  );
  let bytes = 0;
  for (const script of scripts) {
    const source = await (await fetch(new URL(script.replaceAll("&amp;", "&"), url))).arrayBuffer();
    bytes += gzipSync(Buffer.from(source)).length;
  }
  return bytes / 1024;
}
