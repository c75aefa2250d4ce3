import { randomBytes } from "node:crypto";
import type fs from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Db } from "@/db/client";
import { blobs, fileVersions, projects, uploads } from "@/db/schema";
import { anOutputToUploadTo } from "@/server/testing/an-output";
import { ownDatabase } from "@/server/testing/db";
import { beginUpload, openFileServer, pathOf, sendPiece, tus } from "@/server/testing/file-server";
import { DiskStorage } from "./disk-storage";

const disk = vi.hoisted(() => ({ isFull: false }));
vi.mock("node:fs", async (original) => {
  const real = await original<typeof fs>();
  const createWriteStream: typeof real.createWriteStream = (...args) => {
    const file = real.createWriteStream(...args);
    if (!disk.isFull) return file;
    file._write = (_chunk, _encoding, done) => {
      done(Object.assign(new Error("no space left on device"), { code: "ENOSPC" }));
    };
    file._writev = (_chunks, done) => {
      done(Object.assign(new Error("no space left on device"), { code: "ENOSPC" }));
    };
    return file;
  };
  return { ...real, createWriteStream };
});

let db: Db;
let close: () => Promise<void>;
let server: { base: string; shut: () => Promise<void> };
let folder: string;
let ids: Awaited<ReturnType<typeof anOutputToUploadTo>>;

beforeAll(async () => {
  const own = await ownDatabase();
  ({ db, close } = own);
  folder = await mkdtemp(path.join(tmpdir(), "consorta-full-"));
  server = await openFileServer(db, own.url, new DiskStorage(folder));
});
beforeEach(async () => {
  ids = await anOutputToUploadTo(db);
});
afterAll(async () => {
  disk.isFull = false;
  await server.shut();
  await close();
  await rm(folder, { recursive: true, force: true });
});

const begin = async (size: number) =>
  new URL(pathOf(await beginUpload(server.base, ids.contributor, ids.output, "full.bin", size)), server.base);
const lying = async () => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
};

describe("an upload without enough storage", () => {
  it('is answered with "disk full", and its bytes are deleted', async () => {
    const before = await lying();
    const address = await begin(200_000);
    expect(await lying()).not.toEqual(before);
    disk.isFull = true;
    const answer = await sendPiece(address, ids.contributor, 0, randomBytes(200_000));
    disk.isFull = false;
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ problem: "file.disk_full" });
    expect(await lying()).toEqual(before);
    expect(await db.$count(uploads, eq(uploads.projectId, ids.project))).toBe(0);
    expect((await tus("HEAD", address, ids.contributor)).status).toBe(404);
  });

  it("cannot exceed the project's limit together with another that finishes at the same time", async () => {
    const before = await lying();
    const addresses = [await begin(1_000), await begin(1_000)];
    // The limit is lowered after both have begun, so that only the end of an upload can detect it.
    await db.update(projects).set({ storageLimitBytes: 1_500 }).where(eq(projects.id, ids.project));
    const answers = await Promise.all(
      addresses.map((address) => sendPiece(address, ids.contributor, 0, randomBytes(1_000))),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([204, 422]);
    const refused = answers.find((answer) => answer.status === 422);
    expect(await refused?.json()).toMatchObject({ problem: "file.storage_full", params: { leftBytes: 500 } });
    const stored = await db
      .select({ key: blobs.storageKey })
      .from(fileVersions)
      .innerJoin(blobs, eq(blobs.id, fileVersions.blobId))
      .where(eq(fileVersions.projectId, ids.project));
    expect(stored).toHaveLength(1);
    const [project] = await db.select().from(projects).where(eq(projects.id, ids.project));
    expect(project?.storedBytes).toBe(1_000);
    const key = stored[0]?.key ?? "";
    const left = (await lying()).filter((name) => !before.includes(name));
    expect(left.filter((name) => !name.startsWith(key))).toEqual([]);
    expect(left).toContain(key);
  });
});
