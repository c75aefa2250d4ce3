import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { blobs, fileDownloads, fileVersions, publications } from "@/db/schema";
import { ownDatabase } from "@/server/testing/db";
import { aProject, type TestProject } from "@/server/testing/factories";
import { aPublication } from "@/server/testing/publication-factories";
import { aVersion } from "@/server/testing/work-factories";
import { DiskStorage } from "./disk-storage";
import { download } from "./download";
import type { Storage } from "./storage";

let db: Db;
let close: () => Promise<void>;
let folder: string;
let storage: Storage;
let project: TestProject;
let base: string;
/** Set by a test that holds downloads open. */
let released: Promise<void> | null = null;

/** A content whose first byte arrives at once, and the rest when the test releases it. */
async function* slow(until: Promise<void>, size: number) {
  yield Buffer.alloc(1);
  await until;
  yield Buffer.alloc(size - 1);
}

const closers: (() => void)[] = [];

beforeAll(async () => {
  ({ db, close } = await ownDatabase());
  folder = await mkdtemp(path.join(tmpdir(), "consorta-public-"));
  const disk = new DiskStorage(folder);
  storage = disk;
  project = await aProject(db);
  const reading = new Proxy(disk, {
    get: (target, name) => {
      if (name === "read" && released !== null) {
        const until = released;
        return () => Promise.resolve(Readable.from(slow(until, 1_000_000)));
      }
      const value: unknown = Reflect.get(target, name);
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
  });
  const server = createServer((request, response) => {
    request.headers["x-consorta-peer"] = request.headers["x-test-network"] ?? "here";
    void download(request, response, db, reading);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
});
afterAll(async () => {
  for (const end of closers) end();
  await close();
  await rm(folder, { recursive: true, force: true });
});

async function aPublicFile(mediaType = "application/pdf", content = randomBytes(5_000)) {
  const publication = await aPublication(db, project);
  const { version } = publication.output;
  await storage.put(version.blobId, Readable.from(content));
  await db.update(fileVersions).set({ mediaType, sizeBytes: content.length }).where(eq(fileVersions.id, version.id));
  await db.update(blobs).set({ mediaType, sizeBytes: content.length }).where(eq(blobs.id, version.blobId));
  return { publication, version, content, address: `${base}/files/public/${version.id}` };
}

const countOf = async (versionId: string) =>
  (await db.select().from(fileDownloads).where(eq(fileDownloads.versionId, versionId))).map(({ count }) => count);

it("sends a file of a published output to anybody, and counts downloads, not ranges", async () => {
  const { address, content, version } = await aPublicFile();
  const answer = await fetch(address);
  expect(answer.status).toBe(200);
  expect(Buffer.from(await answer.arrayBuffer()).equals(content)).toBe(true);
  const part = await fetch(address, { headers: { Range: "bytes=100-199" } });
  expect([part.status, Buffer.from(await part.arrayBuffer()).equals(content.subarray(100, 200))]).toEqual([206, true]);
  await fetch(address, { method: "HEAD" });
  expect(await countOf(version.id)).toEqual([1]);
  await (await fetch(address, { headers: { Range: "bytes=0-" } })).arrayBuffer();
  expect(await countOf(version.id)).toEqual([2]);
});

it("sends a hostile file as an attachment in a sandbox, also when it is asked for as a cover", async () => {
  const { address, version } = await aPublicFile("text/html", Buffer.from("<script>alert(1)</script>"));
  const answer = await fetch(address);
  expect(answer.headers.get("content-disposition")).toMatch(/^attachment/);
  expect(answer.headers.get("content-security-policy")).toMatch(/^sandbox; default-src 'none'/);
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  expect((await fetch(`${address}?cover`)).status).toBe(404);
  expect(await countOf(version.id)).toEqual([1]);
});

it("shows a cover picture in pages without counting it", async () => {
  const { publication } = await aPublicFile();
  const picture = await aVersion(db, publication.output, { name: "garden.png" });
  await storage.put(picture.blobId, Readable.from(Buffer.from("picture")));
  await db.update(fileVersions).set({ mediaType: "image/png" }).where(eq(fileVersions.id, picture.id));
  await db.update(publications).set({ coverVersionId: picture.id }).where(eq(publications.id, publication.id));
  const answer = await fetch(`${base}/files/public/${picture.id}?cover`);
  expect([answer.status, answer.headers.get("content-disposition")]).toEqual([200, 'inline; filename="garden.png"']);
  // It is not one of the files.
  expect((await fetch(`${base}/files/public/${picture.id}`)).status).toBe(404);
  expect(await countOf(picture.id)).toEqual([]);
});

it("finds nothing that was withdrawn or never published", async () => {
  const { address, publication, version } = await aPublicFile();
  const other = await aVersion(db, publication.output, { name: "draft.pdf" });
  await storage.put(other.blobId, Readable.from(Buffer.from("draft")));
  expect((await fetch(`${base}/files/public/${other.id}`)).status).toBe(404);
  expect((await fetch(`${base}/files/public/..%2f${version.id}`)).status).toBe(404);
  await db.update(publications).set({ status: "withdrawn" }).where(eq(publications.id, publication.id));
  expect((await fetch(address)).status).toBe(404);
  await db.update(publications).set({ status: "published" }).where(eq(publications.id, publication.id));
  await db.update(fileVersions).set({ withdrawnAt: new Date() }).where(eq(fileVersions.id, version.id));
  expect((await fetch(address)).status).toBe(404);
});

it("of 100 simultaneous downloads from one network 40 are streamed, and other networks are not affected", async () => {
  const { address } = await aPublicFile("application/pdf", Buffer.alloc(1_000_000));
  let release: () => void = () => undefined;
  released = new Promise((resolve) => (release = resolve));
  const answers = await Promise.all(
    Array.from({ length: 100 }, () => fetch(address, { headers: { "x-test-network": "crowd" } })),
  );
  const statuses = answers.map(({ status }) => status);
  expect([
    statuses.filter((status) => status === 200).length,
    statuses.filter((status) => status === 429).length,
  ]).toEqual([40, 60]);
  expect(answers.find(({ status }) => status === 429)?.headers.get("retry-after")).toBe("10");
  expect((await fetch(address, { method: "HEAD", headers: { "x-test-network": "elsewhere" } })).status).toBe(200);
  release();
  await Promise.all(answers.map((answer) => answer.arrayBuffer()));
  released = null;
  const next = await fetch(address, { headers: { "x-test-network": "crowd" } });
  expect([next.status, (await next.arrayBuffer()).byteLength]).toEqual([200, 1_000_000]);
});
