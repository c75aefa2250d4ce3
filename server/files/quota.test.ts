import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { projects, uploads } from "@/db/schema";
import { adoptEnv, env } from "@/server/env";
import { handlers } from "@/server/worker/handlers";
import { maxUnfinishedUploads } from "@/server/uploads/reserve-upload";
import { race } from "@/server/testing/barrier";
import { anOutputToUploadTo } from "@/server/testing/an-output";
import { ownDatabase } from "@/server/testing/db";
import { beginUpload, openFileServer, pathOf, sendPiece, tus } from "@/server/testing/file-server";
import { DiskStorage } from "./disk-storage";

let db: Db;
let url: string;
let close: () => Promise<void>;
let shut: () => Promise<void>;
let folder: string;
let base: string;
let ids: Awaited<ReturnType<typeof anOutputToUploadTo>>;
const usual = env();

/** A disk with as much free space as the test says. */
class SmallDisk extends DiskStorage {
  free = Number.MAX_SAFE_INTEGER;
  override room(): Promise<number> {
    return Promise.resolve(this.free);
  }
}
let disk: SmallDisk;

beforeAll(async () => {
  ({ db, url, close } = await ownDatabase());
  folder = await mkdtemp(path.join(tmpdir(), "consorta-quota-"));
  disk = new SmallDisk(folder);
  ({ base, shut } = await openFileServer(db, url, disk));
});
beforeEach(async () => {
  ids = await anOutputToUploadTo(db);
});
afterEach(async () => {
  adoptEnv(usual);
  disk.free = Number.MAX_SAFE_INTEGER;
  await db.delete(uploads);
});
afterAll(async () => {
  await shut();
  await close();
  await rm(folder, { recursive: true, force: true });
});

const begin = (name: string, size: number, who = ids.contributor) => beginUpload(base, who, ids.output, name, size);
const limitProject = (bytes: number) =>
  db.update(projects).set({ storageLimitBytes: bytes }).where(eq(projects.id, ids.project));
const statuses = (answers: Response[]) => answers.map(({ status }) => status).sort();

describe("an unfinished upload", () => {
  it("counts against the project's storage from its beginning until it is finished or cancelled", async () => {
    await limitProject(100);
    const first = await begin("one.bin", 80);
    expect(first.status).toBe(201);
    const second = await begin("two.bin", 30, ids.manager);
    expect(second.status).toBe(422);
    expect(await second.json()).toMatchObject({
      problem: "file.storage_full",
      params: { leftBytes: 20, neededBytes: 30 },
    });
    const done = await sendPiece(new URL(pathOf(first), base), ids.contributor, 0, Buffer.alloc(80, 1));
    expect(done.status).toBe(204);
    // A finished upload is counted once, as stored.
    expect((await begin("three.bin", 21)).status).toBe(422);
    const fits = await begin("three.bin", 20);
    expect(fits.status).toBe(201);
    expect((await begin("four.bin", 1)).status).toBe(422);
    expect((await tus("DELETE", new URL(pathOf(fits), base), ids.contributor)).status).toBe(204);
    await expect.poll(async () => (await begin("four.bin", 1)).status).toBe(201);
  });

  it("reserves storage under a lock: of many that begin at once only as many as fit are accepted", async () => {
    await limitProject(100);
    const uploadsBegun = Array.from({ length: 8 }, (_, i) => () => begin(`${i}.bin`, 30));
    const answers = await race(db, sql`select from outputs where id = ${ids.output} for update`, uploadsBegun);
    expect(statuses(answers)).toEqual([201, 201, 201, 422, 422, 422, 422, 422]);
  });

  it("counts against the free space of the disk, with bytes that have arrived counted once", async () => {
    disk.free = 1_000;
    const first = await begin("one.bin", 900);
    expect(first.status).toBe(201);
    expect(await (await begin("two.bin", 200)).json()).toMatchObject({ problem: "file.disk_full" });
    await sendPiece(new URL(pathOf(first), base), ids.contributor, 0, Buffer.alloc(500, 1));
    disk.free = 500;
    expect((await begin("two.bin", 200)).status).toBe(422);
    expect((await begin("three.bin", 90)).status).toBe(201);
  });

  it("counts against the limit of unfinished uploads per person", async () => {
    for (let i = 0; i < maxUnfinishedUploads; i += 1) expect((await begin(`${i}.bin`, 1)).status).toBe(201);
    expect(await (await begin("more.bin", 1)).json()).toMatchObject({ problem: "file.too_many_unfinished" });
    expect((await begin("other.bin", 1, ids.manager)).status).toBe(201);
  });
});

it("one run of the job removes all expired uploads", async () => {
  const row = { projectId: ids.project, outputId: ids.output, personId: ids.contributor, organisationId: uuid() };
  const old = Array.from({ length: 450 }, () => ({
    ...row,
    id: uuid(),
    name: "a",
    sizeBytes: 1,
    expiresAt: new Date(0),
  }));
  await db
    .insert(uploads)
    .values([...old, { ...row, id: uuid(), name: "b", sizeBytes: 1, expiresAt: sql`now() + interval '1 day'` }]);
  await handlers.purge_uploads({ db, now: new Date() }, {});
  expect((await db.select().from(uploads)).map(({ name }) => name)).toEqual(["b"]);
});
