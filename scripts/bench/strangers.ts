import { once } from "node:events";
import { request, type IncomingMessage } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { quantile, timesDuring } from "./measure";
import { forgetPeak, memory } from "./memory";
import { amount, ratio, remark } from "./report";
import { upload } from "./transfers";
import type { World } from "./world";

const gigabyte = 1024 ** 3;
const strangers = 100;
/** What a good home connection reads in a second. */
const bytesPerSecond = 2 * 1024 ** 2;
const seconds = 15;

/** Downloads from a network of its own for some seconds, then goes away; returns the number of bytes. */
async function download(url: string, stranger: number): Promise<number> {
  const call = request(url, { headers: { "x-forwarded-for": `203.0.113.${String(stranger)}` } });
  call.end();
  const [answer] = (await once(call, "response")) as [IncomingMessage];
  if (answer.statusCode !== 200) throw new Error(`${url} answered ${String(answer.statusCode)}.`);
  const began = performance.now();
  let bytes = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    const late = performance.now() - began;
    if (late > seconds * 1_000) break;
    const ahead = (bytes * 1_000) / bytesPerSecond - late;
    if (ahead > 10) await wait(ahead);
  }
  call.destroy();
  return bytes;
}

/** A hundred strangers download one public gigabyte: the memory it takes, and the times of a public page meanwhile. */
export async function strangersDownload(world: World): Promise<void> {
  const page = `${world.address}/outputs/${world.publicPages.output}`;
  await world.withBoth(async ({ ours: pid }) => {
    const version = await upload(world, "film.bin", { bytes: gigabyte });
    await world.publish(version);
    await timesDuring(page, {}, () => wait(3_000));
    const quiet = await timesDuring(page, {}, () => wait(5_000));
    const before = memory(pid).now;
    forgetPeak(pid);
    const sent: number[] = [];
    const busy = await timesDuring(page, {}, async () => {
      const all = Array.from({ length: strangers }, (_, n) =>
        download(`${world.address}/files/public/${version}`, n + 1),
      );
      sent.push(...(await Promise.all(all)));
    });
    const figures = { ours: quantile(busy, 0.95), bare: quantile(quiet, 0.95), unit: "ms" };
    ratio({ what: "p95 of a public page while 100 strangers download 1 GB", ...figures }, { atMost: 3 });
    const grown = memory(pid).peak - before;
    amount({ what: "memory at its peak meanwhile, more than before", value: grown, unit: "MB" }, { atMost: 150 });
    const megabytes = sent.reduce((sum, bytes) => sum + bytes, 0) / 1024 ** 2;
    remark(`${(megabytes / seconds).toFixed(0)} MB/s to all of them together, of 200 that they can read`);
  });
}
