import { once } from "node:events";
import { connect } from "node:net";
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

/**
 * Downloads from a network of its own for some seconds, then goes away; returns the number of bytes. Reads the socket
 * into one buffer, because all clients run on the machine that is measured.
 */
async function download(url: string, stranger: number): Promise<number> {
  const { hostname, port, pathname } = new URL(url);
  const began = performance.now();
  let bytes = 0;
  const read = (count: number) => {
    bytes += count;
    const ahead = (bytes * 1_000) / bytesPerSecond - (performance.now() - began);
    if (ahead < 10) return true;
    setTimeout(() => socket.resume(), ahead);
    return false;
  };
  const socket = connect({
    host: hostname,
    port: Number(port),
    onread: { buffer: Buffer.alloc(64 * 1024), callback: read },
  });
  socket.write(
    `GET ${pathname} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nX-Forwarded-For: 203.0.113.${String(stranger)}\r\n\r\n`,
  );
  await Promise.race([wait(seconds * 1_000), once(socket, "close")]);
  socket.destroy();
  if (bytes < bytesPerSecond) throw new Error(`${url} sent ${String(bytes)} bytes.`);
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
