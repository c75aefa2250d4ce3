import { spawn, type ChildProcess } from "node:child_process";
import autocannon from "autocannon";
import { plainEnvironment } from "../instance.mjs";

export interface Started {
  process: ChildProcess;
  /** Output of the process until it was ready. */
  output: string;
  stop: () => Promise<void>;
}

/** Starts a process and waits until its output contains `words`. */
export async function start(
  command: string[],
  cwd: string,
  env: Record<string, string>,
  ready: string,
): Promise<Started> {
  const [program = process.execPath, ...args] = command;
  const child = spawn(program, args, {
    cwd,
    env: { ...plainEnvironment(env), NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  await new Promise<void>((resolve, reject) => {
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes(ready)) resolve();
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("exit", () => {
      reject(new Error(`It ended before it was ready:\n${output}`));
    });
  });
  const stop = async () => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await ended;
  };
  return { process: child, output, stop };
}

/** The value that this share of a list does not exceed. */
export function quantile(list: readonly number[], share: number): number {
  const sorted = [...list].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error("Nothing was measured.");
  return value;
}

export const median = (list: readonly number[]) => quantile(list, 0.5);

/**
 * Runs two measurements alternately, three times each, so that other load on the machine affects both; returns the
 * median of each.
 */
export async function alternately(
  ours: () => Promise<number>,
  bare: () => Promise<number>,
): Promise<{ ours: number; bare: number }> {
  const seen: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
  for (let round = 0; round < 3; round += 1) {
    seen.ours.push(await ours());
    seen.bare.push(await bare());
  }
  return { ours: median(seen.ours), bare: median(seen.bare) };
}

type Load = {
  url: string;
  warmUp?: number;
  seconds?: number;
  headers?: Record<string, string>;
  method?: "GET" | "POST";
  body?: string;
};

/** Requests per second at eight connections; throws when a response was not successful. */
export async function rate({
  url,
  warmUp = 3,
  seconds = 8,
  headers = {},
  method = "GET",
  body,
}: Load): Promise<number> {
  const one = { url, connections: 8, headers, method, ...(body === undefined ? {} : { body }) };
  await autocannon({ ...one, duration: warmUp });
  const result = await autocannon({ ...one, duration: seconds });
  refuseFailures(url, result);
  return result.requests.average;
}

function refuseFailures(url: string, { non2xx, errors, requests }: autocannon.Result): void {
  if (non2xx + errors > 0)
    throw new Error(`${String(non2xx + errors)} of ${String(requests.total)} answers from ${url} were no success.`);
}

/** Durations of the responses to requests that started during the run, in milliseconds, at eight connections. */
export async function timesDuring(
  url: string,
  headers: Record<string, string>,
  work: () => Promise<void>,
): Promise<number[]> {
  const times: number[] = [];
  let endedAt = Infinity;
  let stop = (): void => undefined;
  const result = new Promise<autocannon.Result>((resolve, reject) => {
    const running = autocannon({ url, connections: 8, headers, duration: 600 }, (problem: unknown, ended) => {
      if (problem instanceof Error) reject(problem);
      else resolve(ended);
    });
    running.on("response", (_client, _status, _bytes, ms) => {
      if (performance.now() - ms < endedAt) times.push(ms);
    });
    stop = () => {
      running.stop();
    };
  });
  try {
    await work();
  } finally {
    // autocannon continues for up to a second; requests that start then do not count.
    endedAt = performance.now();
    stop();
  }
  refuseFailures(url, await result);
  return times;
}
