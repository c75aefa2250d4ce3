import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { readdir, stat } from "node:fs/promises";
import { request, type IncomingMessage } from "node:http";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { alternately, start } from "./measure";
import { forgetPeak, memory } from "./memory";
import { amount, ratio } from "./report";
import type { World } from "./world";

const gigabyte = 1024 ** 3;
const block = randomBytes(1024 * 1024);
let uploadsSent = 0;
const speed = (began: number) => gigabyte / 1024 ** 2 / ((performance.now() - began) / 1000);

/** Number of bytes to send, and maximum speed; unlimited when left out. */
type Amount = { bytes: number; bytesPerSecond?: number };
type Sent = Amount & { method: string; url: string; headers: Record<string, string> };

/** Sends a body of that many bytes; resolves when the response is complete. */
async function send({ method, url, headers, bytes, bytesPerSecond }: Sent): Promise<IncomingMessage> {
  const call = request(url, { method, headers: { ...headers, "content-length": String(bytes) } });
  const answered = once(call, "response") as Promise<[IncomingMessage]>;
  for (let left = bytes; left > 0; left -= block.length) {
    if (!call.write(block.subarray(0, Math.min(left, block.length)))) await once(call, "drain");
    if (bytesPerSecond) await wait((block.length * 1_000) / bytesPerSecond);
  }
  call.end();
  const [answer] = await answered;
  answer.resume();
  await once(answer, "end");
  const status = answer.statusCode ?? 0;
  if (status < 200 || status > 299) throw new Error(`${url} answered ${String(status)}.`);
  return answer;
}

/** Uploads a file of that many bytes to an output; returns the id of its version. */
export async function upload(world: World, name: string, size: Amount): Promise<string> {
  const encode = (text: string) => Buffer.from(text).toString("base64");
  const head = { "tus-resumable": "1.0.0", cookie: world.cookie };
  const begun = await fetch(`${world.address}/upload`, {
    method: "POST",
    headers: {
      ...head,
      "upload-length": String(size.bytes),
      "upload-metadata": `outputId ${encode(world.outputId)},name ${encode(name)}`,
    },
  });
  const location = begun.headers.get("location");
  if (!location) throw new Error(`The upload was refused: ${await begun.text()}`);
  // The server adds no version when the content equals that of the newest version.
  block.writeUInt32LE((uploadsSent += 1));
  const answer = await send({
    method: "PATCH",
    url: new URL(location, world.address).href,
    ...size,
    headers: { ...head, "upload-offset": "0", "content-type": "application/offset+octet-stream" },
  });
  const version = answer.headers["x-consorta-version"];
  if (typeof version !== "string") throw new Error("The upload became no version.");
  return version;
}

/** Downloads a file without storing it; follows redirects. */
async function discard(url: string, headers: Record<string, string> = {}): Promise<void> {
  const call = request(url, { headers });
  call.end();
  const [answer] = (await once(call, "response")) as [IncomingMessage];
  let bytes = 0;
  answer.on("data", (chunk: Buffer) => (bytes += chunk.length));
  await once(answer, "end");
  const { location } = answer.headers;
  if (answer.statusCode === 302 && location !== undefined) return discard(new URL(location, url).href, headers);
  if (answer.statusCode !== 200 || bytes !== gigabyte)
    throw new Error(`${url} answered ${String(answer.statusCode)} with ${String(bytes)} bytes.`);
}

async function withPlainServer(world: World, work: (addressOf: (file: string) => string) => Promise<void>) {
  const script = path.join(import.meta.dirname, "plain.mjs");
  const plain = await start([process.execPath, script], world.folder, {}, "plain: ");
  const address = /plain: (\S+)/u.exec(plain.output)?.[1] ?? "";
  try {
    await work((file) => `${address}?file=${encodeURIComponent(file)}`);
  } finally {
    await plain.stop();
  }
}

/** One gigabyte stored and hashed, against a plain stream to the same disk, and the memory it takes. */
export async function uploads(world: World): Promise<void> {
  await world.withBoth(async ({ ours: pid }) => {
    await withPlainServer(world, async (addressOf) => {
      // Warm-up, so that modules loaded by the first upload do not count.
      await upload(world, "small.bin", { bytes: block.length });
      const before = memory(pid).now;
      forgetPeak(pid);
      // A new file each time for both, because page cache that a deleted file left is faster to write to.
      let files = 0;
      const speeds = await alternately(
        async () => {
          const began = performance.now();
          await upload(world, "large.bin", { bytes: gigabyte });
          return speed(began);
        },
        async () => {
          files += 1;
          const file = path.join(world.folder, `plain-${String(files)}.bin`);
          const began = performance.now();
          await send({ method: "POST", url: addressOf(file), headers: {}, bytes: gigabyte });
          return speed(began);
        },
      );
      const grown = memory(pid).peak - before;
      ratio({ what: "upload of 1 GB", unit: "MB/s", ...speeds }, { atLeast: 0.7 });
      amount(
        { what: "memory at its peak while uploading, more than before", value: grown, unit: "MB" },
        { atMost: 80 },
      );
    });
  });
}

/** One gigabyte to a client that discards it, against a plain stream of the same file. */
export async function downloads(world: World): Promise<void> {
  await world.withBoth(async () => {
    await withPlainServer(world, async (addressOf) => {
      const version = await upload(world, "fetched.bin", { bytes: gigabyte });
      const stored = addressOf(await storedFile(world.dataDir));
      const address = `${world.address}/api/files/${version}`;
      await discard(stored);
      const speeds = await alternately(
        async () => {
          const began = performance.now();
          await discard(address, { cookie: world.cookie });
          return speed(began);
        },
        async () => {
          const began = performance.now();
          await discard(stored);
          return speed(began);
        },
      );
      ratio({ what: "download of 1 GB", unit: "MB/s", ...speeds }, { atLeast: 0.7 });
    });
  });
}

/** Path of the newest file of one gigabyte, found by its size. */
async function storedFile(dataDir: string): Promise<string> {
  const entries = await readdir(dataDir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const candidates = await Promise.all(files.map(async (file) => ({ file, ...(await stat(file)) })));
  const [newest] = candidates.filter(({ size }) => size === gigabyte).sort((a, b) => b.mtimeMs - a.mtimeMs);
  if (!newest) throw new Error("The uploaded file does not lie in the data folder.");
  return newest.file;
}
