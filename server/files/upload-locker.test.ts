import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { request as ask } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Db } from "@/db/client";
import { fileVersions } from "@/db/schema";
import { anOutputToUploadTo } from "@/server/testing/an-output";
import { ownDatabase } from "@/server/testing/db";
import { beginUpload, cookieOf, openFileServer, pathOf, sendPiece, tus } from "@/server/testing/file-server";
import { DiskStorage } from "./disk-storage";
import { UploadLocker } from "./upload-locker";

let db: Db;
let url: string;
let close: () => Promise<void>;
let folder: string;
let first: { base: string; shut: () => Promise<void> };
let second: { base: string; shut: () => Promise<void> };
let ids: Awaited<ReturnType<typeof anOutputToUploadTo>>;

beforeAll(async () => {
  ({ db, url, close } = await ownDatabase());
  folder = await mkdtemp(path.join(tmpdir(), "consorta-two-"));
  first = await openFileServer(db, url, new DiskStorage(folder));
  second = await openFileServer(db, url, new DiskStorage(folder));
});
beforeEach(async () => {
  ids = await anOutputToUploadTo(db);
});
afterAll(async () => {
  await first.shut();
  await second.shut();
  await close();
  await rm(folder, { recursive: true, force: true });
});

const sha = (body: Uint8Array) => createHash("sha256").update(body).digest("hex");
const offsetOf = (answer: Response) => Number(answer.headers.get("upload-offset"));
const begin = async (size: number) =>
  pathOf(await beginUpload(first.base, ids.contributor, ids.output, "moved.bin", size));
const versions = () => db.select().from(fileVersions).where(eq(fileVersions.outputId, ids.output));

describe("an upload to two instances", () => {
  it("moves to the other instance while the first still waits for the rest of a chunk", async () => {
    const body = randomBytes(2 * 1024 ** 2);
    const address = await begin(body.length);
    const line = ask(new URL(address, first.base), {
      method: "PATCH",
      headers: {
        Cookie: await cookieOf(ids.contributor),
        "Tus-Resumable": "1.0.0",
        "Upload-Offset": "0",
        "Content-Type": "application/offset+octet-stream",
        "Content-Length": body.length,
      },
    }).on("error", () => undefined);
    const ended = new Promise((resolve) => line.on("close", resolve));
    await new Promise((resolve) => line.write(body.subarray(0, 1024 ** 2), resolve));
    await vi.waitFor(async () => {
      const held = await db.execute(sql`select 1 from pg_locks where locktype = 'advisory'
        and database = (select oid from pg_database where datname = current_database())`);
      expect(held).toHaveLength(1);
    });
    // The connection to the first instance stays open and silent, as after a lost network.
    const state = await tus("HEAD", new URL(address, second.base), ids.contributor);
    await ended;
    const offset = offsetOf(state);
    expect(offset).toBeLessThanOrEqual(1024 ** 2);
    const rest = body.subarray(offset);
    const done = await sendPiece(new URL(address, second.base), ids.contributor, offset, rest);
    expect(done.status).toBe(204);
    expect((await versions()).map((version) => version.sha256)).toEqual([sha(body)]);
    const again = await tus("HEAD", new URL(address, first.base), ids.contributor);
    expect(again.headers.get("x-consorta-version")).toBe(done.headers.get("x-consorta-version"));
  });

  it("stores a chunk once when both instances receive it at the same time", async () => {
    const body = randomBytes(300_000);
    const address = await begin(body.length);
    const tries = [first, second, first, second].map(({ base }) =>
      sendPiece(new URL(address, base), ids.contributor, 0, body).catch(() => undefined),
    );
    await Promise.all(tries);
    const state = await tus("HEAD", new URL(address, second.base), ids.contributor);
    const offset = offsetOf(state);
    if (offset < body.length) {
      await sendPiece(new URL(address, first.base), ids.contributor, offset, body.subarray(offset));
    }
    expect((await versions()).map((version) => version.sha256)).toEqual([sha(body)]);
  });
});

describe("the lock of an upload", () => {
  const never = new AbortController().signal;

  it("is requested from its holder on any instance, and is granted after its release", async () => {
    const [here, there] = [new UploadLocker(url), new UploadLocker(url)];
    for (const other of [here, there]) {
      const held = here.newLock("one");
      let released = false;
      await held.lock(never, async () => {
        if (released) return;
        released = true;
        await held.unlock();
      });
      const next = other.newLock("one");
      await next.lock(never, () => undefined);
      expect(released).toBe(true);
      await next.unlock();
    }
    await here.close();
    await there.close();
  });

  it("is given up when its waiter disconnects, and is free when its holder died", async () => {
    const [lost, heir] = [new UploadLocker(url), new UploadLocker(url)];
    await lost.newLock("two").lock(never, () => undefined);
    const leaving = new AbortController();
    const waiting = heir.newLock("two").lock(leaving.signal, () => undefined);
    setTimeout(() => {
      leaving.abort();
    }, 150);
    await expect(waiting).rejects.toMatchObject({ status_code: 500 });
    await lost.close();
    await heir.newLock("two").lock(never, () => undefined);
    await heir.close();
  });

  it("notifies its holder when its database session is lost", async () => {
    const locker = new UploadLocker(url);
    const onRelease = vi.fn<() => void>();
    await locker.newLock("three").lock(never, onRelease);
    await db.execute(sql`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'
      and database = (select oid from pg_database where datname = current_database())`);
    await vi.waitFor(() => {
      expect(onRelease).toHaveBeenCalled();
    });
    await locker.close();
  });
});
