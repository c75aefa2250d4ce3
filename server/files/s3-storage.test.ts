import { createHash, randomBytes } from "node:crypto";
import { request as ask } from "node:http";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { blobs, fileVersions, projects, uploads } from "@/db/schema";
import { loadActor } from "@/server/auth/session";
import { adoptEnv, env } from "@/server/env";
import { handlers } from "@/server/worker/handlers";
import { withdrawVersion } from "@/server/outputs/commands/withdraw-version";
import { anOutputToUploadTo } from "@/server/testing/an-output";
import { ownDatabase } from "@/server/testing/db";
import { beginUpload, cookieOf, openFileServer, pathOf, sendPiece, tus } from "@/server/testing/file-server";
import { openS3Server } from "@/server/testing/s3-server";
import { archiveAddress, fileAddress, projectAddress } from "@/server/signed-address";
import { storage } from "./open-storage";
import type { Storage } from "./storage";

const mib = 1024 ** 2;
const partBytes = 8 * mib;
let db: Db;
let url: string;
let close: () => Promise<void>;
let bucket: Awaited<ReturnType<typeof openS3Server>>;
let store: Storage;
let instances: { base: string; shut: () => Promise<void> }[];
let ids: Awaited<ReturnType<typeof anOutputToUploadTo>>;

beforeAll(async () => {
  ({ db, url, close } = await ownDatabase());
  bucket = await openS3Server("contents");
  adoptEnv({
    ...env(),
    S3_ENDPOINT: bucket.endpoint,
    S3_BUCKET: "contents",
    S3_ACCESS_KEY_ID: "key",
    S3_SECRET_ACCESS_KEY: "secret",
  });
  store = await storage();
  instances = [await openFileServer(db, url, store), await openFileServer(db, url, store)];
});
beforeEach(async () => {
  ids = await anOutputToUploadTo(db);
});
afterAll(async () => {
  for (const { shut } of instances) await shut();
  await bucket.close();
  await close();
});

const base = (instance = 0) => instances[instance]?.base ?? "";
const at = (path: string, instance = 0) => new URL(path, base(instance));
const begin = (name: string, size: number) => beginUpload(base(), ids.contributor, ids.output, name, size);
const sha = (body: Uint8Array) => createHash("sha256").update(body).digest("hex");
const offsetOf = (answer: Response) => Number(answer.headers.get("upload-offset"));
const versionOf = (answer: Response) => answer.headers.get("x-consorta-version") ?? "";
const later = (days: number) => new Date(Date.now() + days * 86_400_000);

/** Counts how many bytes are read before the store has acknowledged them. */
async function largestGap(content: number): Promise<number> {
  let made = 0;
  let gap = 0;
  const source = Readable.from(
    (function* () {
      for (let left = content; left > 0; left -= mib) {
        made += mib;
        gap = Math.max(gap, made - bucket.receivedBytes());
        yield Buffer.alloc(mib, left % 251);
      }
    })(),
  );
  await store.put("large-content", source);
  return gap;
}

it("sends a content in parts and holds at most one of them in memory", async () => {
  expect(await largestGap(40 * mib)).toBeLessThanOrEqual(partBytes + 2 * mib);
  const body = await buffer(await store.read("large-content"));
  expect([body.length, bucket.uploadsUnderWay()]).toEqual([40 * mib, 0]);
  await store.put("no-content", Readable.from([]));
  expect(await buffer(await store.read("no-content"))).toHaveLength(0);
});

it("aborts the multipart upload when the content breaks off", async () => {
  const broken = Readable.from(
    (function* () {
      yield Buffer.alloc(9 * mib);
      throw new Error("The disk went away.");
    })(),
  );
  await expect(store.put("broken-content", broken)).rejects.toThrow("The disk went away.");
  expect([bucket.uploadsUnderWay(), bucket.keys().includes("broken-content")]).toEqual([0, false]);
});

async function uploaded(name: string, body: Uint8Array): Promise<string> {
  const path = pathOf(await begin(name, body.length));
  const done = await sendPiece(at(path), ids.contributor, 0, body);
  expect(done.status).toBe(204);
  return versionOf(done);
}

async function storageKeyOf(versionId: string): Promise<string> {
  const [found] = await db
    .select({ key: blobs.storageKey })
    .from(blobs)
    .innerJoin(fileVersions, eq(fileVersions.blobId, blobs.id))
    .where(eq(fileVersions.id, versionId));
  return found?.key ?? "";
}

/** Runs the job that erases contents, then returns what the store holds under a key. */
async function withdrawn(versionId: string): Promise<void> {
  const found = await loadActor(db, ids.contributor, new Date());
  if (found === null) throw new Error("The contributor is missing.");
  const ctx = { db, actor: found.actor, now: new Date(), ip: "", locale: "en" };
  await withdrawVersion(ctx, { versionId, reason: "Names of pupils" });
  const [version] = await db.select().from(fileVersions).where(eq(fileVersions.id, versionId));
  await handlers.erase_blob({ db, now: new Date() }, { blobId: version?.blobId ?? "" });
}

describe("an upload to S3", () => {
  it("becomes a version with the hash of all its parts, and can be read whole and by range", async () => {
    const body = Buffer.concat([Buffer.from("%PDF-1.7\n"), randomBytes(2 * partBytes + 1_000)]);
    const versionId = await uploaded("parts.pdf", body);
    const [version] = await db.select().from(fileVersions).where(eq(fileVersions.id, versionId));
    expect(version).toMatchObject({ sha256: sha(body), sizeBytes: body.length, mediaType: "application/pdf" });
    const address = at(fileAddress(versionId, new Date()));
    expect(sha(Buffer.from(await (await fetch(address)).arrayBuffer()))).toBe(sha(body));
    const range = await fetch(address, { headers: { Range: `bytes=${partBytes - 2}-${partBytes + 1}` } });
    expect(range.status).toBe(206);
    expect(Buffer.from(await range.arrayBuffer())).toEqual(body.subarray(partBytes - 2, partBytes + 2));
    expect(await store.healthy()).toBe(true);
  });

  it("resumes at another instance after the connection broke within a part", async () => {
    const body = randomBytes(partBytes + 3 * mib);
    const path = pathOf(await begin("broken.bin", body.length));
    const line = ask(at(path), {
      method: "PATCH",
      headers: {
        Cookie: await cookieOf(ids.contributor),
        "Tus-Resumable": "1.0.0",
        "Upload-Offset": "0",
        "Content-Type": "application/offset+octet-stream",
        "Content-Length": body.length,
      },
    }).on("error", () => undefined);
    line.write(body.subarray(0, partBytes + mib), () => setTimeout(() => line.destroy(), 300));
    await new Promise((resolve) => line.on("close", resolve));
    const state = await tus("HEAD", at(path, 1), ids.contributor);
    expect(offsetOf(state)).toBeGreaterThanOrEqual(partBytes);
    expect(offsetOf(state)).toBeLessThan(body.length);
    const done = await sendPiece(at(path, 1), ids.contributor, offsetOf(state), body.subarray(offsetOf(state)));
    const [version] = await db
      .select()
      .from(fileVersions)
      .where(eq(fileVersions.id, versionOf(done)));
    expect(version?.sha256).toBe(sha(body));
  });

  it("grows by small chunks sent to two instances alternately", async () => {
    const body = randomBytes(6 * mib);
    const path = pathOf(await begin("turns.bin", body.length));
    let done = new Response();
    for (let sent = 0; sent < 6; sent += 1) {
      done = await sendPiece(
        at(path, sent % 2),
        ids.contributor,
        sent * mib,
        body.subarray(sent * mib, (sent + 1) * mib),
      );
      expect(done.status).toBe(204);
    }
    const [version] = await db
      .select()
      .from(fileVersions)
      .where(eq(fileVersions.id, versionOf(done)));
    expect(version?.sha256).toBe(sha(body));
  });

  it("that is cancelled, or refused at its end, is deleted from the store", async () => {
    const before = bucket.keys();
    const left = pathOf(await begin("left.bin", 20));
    await sendPiece(at(left), ids.contributor, 0, randomBytes(10));
    expect((await tus("DELETE", at(left), ids.contributor)).status).toBe(204);
    const refused = pathOf(await begin("refused.bin", 20));
    await db.update(projects).set({ storageLimitBytes: 10 }).where(eq(projects.id, ids.project));
    const answer = await sendPiece(at(refused), ids.contributor, 0, randomBytes(20));
    expect(await answer.json()).toMatchObject({ problem: "file.storage_full", params: { leftBytes: 10 } });
    expect(bucket.keys()).toEqual(before);
    expect(bucket.uploadsUnderWay()).toBe(0);
    expect((await tus("HEAD", at(refused), ids.contributor)).status).toBe(404);
  });

  it("is part of archives of an output and of the project", async () => {
    const one = await uploaded("one.txt", Buffer.from("the first content"));
    const two = await uploaded("two.txt", Buffer.from("the second content"));
    for (const address of [
      archiveAddress([one, two], "both", new Date()),
      projectAddress(ids.project, "project", new Date()),
    ]) {
      const packed = Buffer.from(await (await fetch(at(address))).arrayBuffer());
      for (const part of ["one.txt", "two.txt", "the first content", "the second content"]) {
        expect(packed.includes(part)).toBe(true);
      }
    }
  });

  it("is erased when it is withdrawn; its row and hash are kept", async () => {
    const body = Buffer.from("a name that should not be here");
    const versionId = await uploaded("withdrawn.txt", body);
    const key = await storageKeyOf(versionId);
    expect(bucket.keys()).toContain(key);
    await withdrawn(versionId);
    expect(bucket.keys()).not.toContain(key);
    const [version] = await db.select().from(fileVersions).where(eq(fileVersions.id, versionId));
    expect(version).toMatchObject({ sha256: sha(body), withdrawReason: "Names of pupils" });
  });

  it("is kept by the cleanup, which removes unfinished uploads and contents without a version", async () => {
    const versionId = await uploaded("kept.txt", Buffer.from("kept"));
    const key = await storageKeyOf(versionId);
    const unfinished = pathOf(await begin("unfinished.bin", 20));
    await sendPiece(at(unfinished), ids.contributor, 0, randomBytes(10));
    const orphan = await uploaded("orphan.txt", Buffer.from("orphan"));
    const orphanKey = await storageKeyOf(orphan);
    await db.update(uploads).set({ versionId: null }).where(eq(uploads.id, orphanKey));
    await db.execute(sql`delete from file_versions where id = ${orphan}`);
    await handlers.purge_uploads({ db, now: later(6) }, {});
    expect(bucket.keys()).toContain(orphanKey);
    await handlers.purge_uploads({ db, now: later(8) }, {});
    expect(await db.$count(uploads)).toBe(0);
    expect(bucket.keys()).toContain(key);
    expect(bucket.keys()).not.toContain(orphanKey);
    expect(bucket.keys().filter((one) => one.includes("."))).toEqual([]);
    expect(bucket.uploadsUnderWay()).toBe(0);
    expect(await (await fetch(at(fileAddress(versionId, new Date())))).text()).toBe("kept");
  });
});
