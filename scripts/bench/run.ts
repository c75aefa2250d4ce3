import { createHash, randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { sql } from "drizzle-orm";
import { openDb } from "@/db/client";
import { startEmbedded } from "@/db/embedded";
import { migrateDatabase } from "@/db/migrate";
import { hashPassword } from "@/server/auth/password";
import { sessionCookieName } from "@/server/auth/cookie";
import { mintSession } from "@/server/auth/session";
import { adoptEnv, settingsOfThisProcess, settle } from "@/server/env";
import { freePort } from "../instance.mjs";
import { buildBareApp } from "./bare";
import { benchAddress, benchPassword, fill } from "./fill";
import { firstLoad, inTurn, memory, rate, start } from "./measure";

const root = path.resolve(import.meta.dirname, "../..");
const say = (line: string) => process.stdout.write(`${line}\n`);
const row = (what: string, ours: number, bare: number, unit: string, wanted: string) => {
  say(
    `| ${what} | ${ours.toFixed(1)} ${unit} | ${bare.toFixed(1)} ${unit} | ${(ours / bare).toFixed(2)} × | ${wanted} |`,
  );
};

/** Takes a body apart as a plain server would: to disk, with its sha256. */
async function plainUpload(folder: string, bytes: number): Promise<number> {
  const server = createServer((request, response) => {
    const sha = createHash("sha256");
    request.on("data", (chunk: Buffer) => sha.update(chunk));
    void pipeline(request, createWriteStream(path.join(folder, "plain"))).then(() => response.end(sha.digest("hex")));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const place = server.address();
  const port = typeof place === "object" && place ? place.port : 0;
  const ms = await send(`http://127.0.0.1:${String(port)}/`, "POST", bytes, {});
  server.close();
  return ms;
}

async function send(url: string, method: string, bytes: number, headers: Record<string, string>): Promise<number> {
  const piece = randomBytes(1024 * 1024);
  const body = new ReadableStream({
    type: "bytes",
    pull(controller) {
      const left = bytes - this.sent;
      if (left <= 0) {
        controller.close();
        return;
      }
      const part = Uint8Array.from(piece.subarray(0, Math.min(left, piece.length)));
      this.sent += part.length;
      controller.enqueue(part);
    },
    sent: 0,
  } as UnderlyingByteSource & { sent: number });
  const began = performance.now();
  const answer = await fetch(url, {
    method,
    body,
    headers: { ...headers, "content-length": String(bytes) },
    duplex: "half",
  } as RequestInit);
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${url} answered ${String(answer.status)}.`);
  return performance.now() - began;
}

async function uploadOnce(
  address: string,
  cookie: string,
  outputId: string,
  name: string,
  bytes: number,
): Promise<number> {
  const encode = (text: string) => Buffer.from(text).toString("base64");
  const head = { "tus-resumable": "1.0.0", cookie };
  const begun = await fetch(`${address}/upload`, {
    method: "POST",
    headers: {
      ...head,
      "upload-length": String(bytes),
      "upload-metadata": `outputId ${encode(outputId)},name ${encode(name)}`,
    },
  });
  const location = begun.headers.get("location");
  if (!location) throw new Error(`The upload was refused: ${await begun.text()}`);
  return send(new URL(location, address).href, "PATCH", bytes, {
    ...head,
    "upload-offset": "0",
    "content-type": "application/offset+octet-stream",
  });
}

async function signInRates(address: string): Promise<{ ours: number; alone: number }> {
  const answer = await fetch(`${address}/api/auth/csrf`);
  const jar = answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  const { csrfToken } = (await answer.json()) as { csrfToken: string };
  const body = new URLSearchParams({
    csrfToken,
    email: benchAddress,
    password: benchPassword,
    callbackUrl: "/",
  }).toString();
  const ours = await rate({
    url: `${address}/api/auth/callback/password`,
    method: "POST",
    headers: { cookie: jar, "content-type": "application/x-www-form-urlencoded", "x-auth-return-redirect": "1" },
    body,
  });
  const began = performance.now();
  let done = 0;
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      while (performance.now() - began < 6_000) {
        await hashPassword(benchPassword);
        done += 1;
      }
    }),
  );
  return { ours: ours.rps, alone: (done * 1000) / (performance.now() - began) };
}

async function main(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "consorta-bench-"));
  // PostgreSQL may run as a user of its own, who has to get through to its data.
  await chmod(folder, 0o711);
  const dataDir = path.join(folder, "data");
  const [port, barePort] = [await freePort(), await freePort()];
  const address = `http://localhost:${String(port)}`;
  const embedded = await startEmbedded({ projectRoot: root, dataDir, demo: false });
  await migrateDatabase(embedded.url, root);
  adoptEnv(
    settle(settingsOfThisProcess(), {
      projectRoot: root,
      DATABASE_URL: embedded.url,
      DATA_DIR: dataDir,
      AUTH_SECRET: embedded.authSecret,
      APP_URL: address,
    }),
  );
  const db = openDb(embedded.url);
  const { personId, slug } = await fill(db);
  const [ids] = await db.execute<{ project: string; output: string }>(sql`select p.id as project, o.id as output
    from projects p join outputs o on o.project_id = p.id and o.number = 5 where p.slug = ${slug}`);
  if (!ids) throw new Error("The measured project is not there.");
  const bareFolder = path.join(folder, "bare");
  await buildBareApp(root, bareFolder);
  const bare = await start(
    [process.execPath, path.join(bareFolder, "node_modules/next/dist/bin/next"), "start", "-p", String(barePort)],
    bareFolder,
    { NODE_ENV: "production", BARE_DATABASE_URL: embedded.url, BARE_PERSON: personId, BARE_PROJECT: ids.project },
    "Ready",
  );
  const settings = {
    DEMO: "0",
    DATA_DIR: dataDir,
    PORT: String(port),
    RATE_LIMIT_FACTOR: "1000000",
    LOG_LEVEL: "error",
  };
  const first = await start([process.execPath, "scripts/start.mjs"], root, settings, "is ready");
  await first.stop();
  const ours = await start([process.execPath, "scripts/start.mjs"], root, settings, "is ready");
  const bareAddress = `http://localhost:${String(barePort)}`;
  const cookie = `${sessionCookieName()}=${await mintSession({ personId, sessionVersion: 1 })}`;
  try {
    say("| what | Consorta | bare | ratio | wanted |\n|---|---|---|---|---|");
    const page = await inTurn({ url: `${address}/projects/${slug}`, headers: { cookie } }, { url: `${bareAddress}/` });
    row("project page, signed in", page.ours, page.bare, "req/s", "at least 0.5");
    const feedInput = encodeURIComponent(JSON.stringify({ json: { slug } }));
    const feed = await inTurn(
      { url: `${address}/api/trpc/activity.list?input=${feedInput}`, headers: { cookie } },
      { url: `${bareAddress}/api/trpc/list` },
    );
    row("activity feed procedure", feed.ours, feed.bare, "req/s", "at least 0.6");
    row(
      "JavaScript of the project page",
      await firstLoad(`${address}/projects/${slug}`, { cookie }),
      await firstLoad(`${bareAddress}/`),
      "KB",
      "at most 1.6",
    );
    row(
      "JavaScript of the home page",
      await firstLoad(`${address}/`),
      await firstLoad(`${bareAddress}/`),
      "KB",
      "at most 1.2",
    );
    const signIn = await signInRates(address);
    row("sign-in against argon2id alone", signIn.ours, signIn.alone, "/s", "at least 0.6");
    const pid = ours.process.pid;
    const before = memory(pid).now;
    const gigabyte = 1024 ** 3;
    const plain = [await plainUpload(folder, gigabyte)];
    const mine = [await uploadOnce(address, cookie, ids.output, "one.bin", gigabyte)];
    plain.push(await plainUpload(folder, gigabyte));
    mine.push(await uploadOnce(address, cookie, ids.output, "two.bin", gigabyte));
    const speed = (list: number[]) => 1024 / (Math.min(...list) / 1000);
    row("upload of 1 GB", speed(mine), speed(plain), "MB/s", "at least 0.7");
    say(
      `| memory while uploading | ${(memory(pid).peak - before).toFixed(0)} MB more at its peak | | | less than 80 |`,
    );
    row("memory after this load", memory(pid).now, memory(bare.process.pid).now, "MB", "at most 2");
    row("second start", ours.afterMs, bare.afterMs + 100, "ms", "at most 3");
  } finally {
    await ours.stop();
    await bare.stop();
    await db.$client.end();
    await embedded.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

await main();
