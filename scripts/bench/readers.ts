import { setTimeout as wait } from "node:timers/promises";
import { quantile } from "./measure";
import { mainPages } from "./pages";
import { amount, remark } from "./report";
import { upload } from "./transfers";
import type { World } from "./world";

const people = 100;
const everyMs = 5_000;
const lastsMs = 60_000;
/** Speed of each of two uploads: 5 MB/s, as on a good connection. */
const uploading = { bytes: 50 * 1024 ** 2, bytesPerSecond: 5 * 1024 ** 2 };

/** How long a page takes to arrive complete, in milliseconds. */
async function timeOf(url: string, cookie: string): Promise<number> {
  const began = performance.now();
  const answer = await fetch(url, { headers: { cookie }, redirect: "manual" });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${url} answered ${String(answer.status)}.`);
  return performance.now() - began;
}

/** A hundred people who each open a page every five seconds, during two uploads: p95 of each page. */
export async function readers(world: World): Promise<void> {
  await world.withBoth(async () => {
    const pages = Object.entries(mainPages(world)).map(([name, path]) => ({
      name,
      url: `${world.address}${path}`,
      times: [] as number[],
    }));
    for (const { url } of pages) await timeOf(url, world.cookie);
    const until = performance.now() + lastsMs;
    const reader = async (_: unknown, index: number) => {
      await wait((everyMs / people) * index);
      for (let turn = index; performance.now() < until; turn += 1) {
        const page = pages[turn % pages.length];
        const next = wait(everyMs);
        page?.times.push(await timeOf(page.url, world.cookie));
        await next;
      }
    };
    const uploader = async (_: unknown, index: number) => {
      while (performance.now() < until) await upload(world, `recording-${String(index)}.bin`, uploading);
    };
    await Promise.all([...Array.from({ length: people }, reader), ...Array.from({ length: 2 }, uploader)]);
    const slow = pages.map(({ name, times }) => ({ name, p95: quantile(times, 0.95) }));
    const value = Math.max(...slow.map(({ p95 }) => p95));
    amount(
      { what: "p95 of the slowest page, 100 people reading and two uploading", value, unit: "ms" },
      { atMost: 250 },
    );
    remark(slow.map(({ name, p95 }) => `${name} ${p95.toFixed(0)} ms`).join(", "));
  });
}
