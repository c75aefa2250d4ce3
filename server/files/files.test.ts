import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { request as ask } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { blobs, fileVersions, uploads } from "@/db/schema";
import { contentHashHeader } from "@/domain/outputs";
import { pagePersonHeader } from "@/domain/page-person";
import { loadActor } from "@/server/auth/session";
import { adoptEnv, env } from "@/server/env";
import { withdrawVersion } from "@/server/outputs/commands/withdraw-version";
import { anOutputToUploadTo } from "@/server/testing/an-output";
import { ownDatabase } from "@/server/testing/db";
import { beginUpload, cookieOf, openFileServer, pathOf, sendPiece, tus } from "@/server/testing/file-server";
import { readRange } from "./send-file";
import { archiveAddress, fileAddress } from "@/server/signed-address";
import { DiskStorage } from "./disk-storage";

let db: Db;
let url: string;
let close: () => Promise<void>;
let shut: () => Promise<void>;
let folder: string;
let base: string;
let ids: Awaited<ReturnType<typeof anOutputToUploadTo>>;

/** A restarted server: new objects on the same database and directory. */
async function open(): Promise<void> {
  ({ base, shut } = await openFileServer(db, url, new DiskStorage(folder)));
}

beforeAll(async () => {
  ({ db, url, close } = await ownDatabase());
  folder = await mkdtemp(path.join(tmpdir(), "consorta-files-"));
  await open();
});
beforeEach(async () => {
  ids = await anOutputToUploadTo(db);
});
afterAll(async () => {
  await shut();
  await close();
  await rm(folder, { recursive: true, force: true });
});

const head = (address: string, who: string) => tus("HEAD", new URL(address, base), who);
const begin = (who: string, name: string, size: number) => beginUpload(base, who, ids.output, name, size);
const send = (address: string, who: string, offset: number, body: Uint8Array) =>
  sendPiece(new URL(address, base), who, offset, body);

async function uploaded(name: string, body: Uint8Array): Promise<string> {
  const begun = await begin(ids.contributor, name, body.length);
  expect(begun.status).toBe(201);
  const done = await send(pathOf(begun), ids.contributor, 0, body);
  expect(done.status).toBe(204);
  return done.headers.get("x-consorta-version") ?? "";
}

const sha = (body: Uint8Array) => createHash("sha256").update(body).digest("hex");

describe("an upload", () => {
  it("becomes a version with its hash, size and detected media type", async () => {
    const body = Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n%%EOF\n");
    const versionId = await uploaded("Οδηγός σπουδών.exe", body);
    const [version] = await db.select().from(fileVersions).where(eq(fileVersions.id, versionId));
    expect(version).toMatchObject({
      name: "Οδηγός σπουδών.exe",
      number: 1,
      sha256: sha(body),
      sizeBytes: body.length,
      mediaType: "application/pdf",
      uploadedBy: ids.contributor,
    });
  });

  it("is refused with the name of the person who is signed in when its page was rendered for another", async () => {
    const others = { [pagePersonHeader]: ids.manager };
    const answer = await tus("POST", new URL("/upload", base), ids.contributor, { ...others, "Upload-Length": "3" });
    expect([answer.status, await answer.json()]).toEqual([
      422,
      { problem: "person.other", params: { name: expect.any(String) as string } },
    ]);
    const begun = await begin(ids.contributor, "of-two.bin", 3);
    const piece = await tus("PATCH", new URL(pathOf(begun), base), ids.contributor, others, Buffer.from("abc"));
    expect([piece.status, await piece.json()]).toMatchObject([422, { problem: "person.other" }]);
    expect((await head(pathOf(begun), ids.contributor)).headers.get("upload-offset")).toBe("0");
  });

  it("resumes after the server was killed, and hashes the earlier bytes", async () => {
    const body = randomBytes(3 * 1024 ** 2);
    const begun = await begin(ids.contributor, "rest.bin", body.length);
    const address = pathOf(begun);
    expect((await send(address, ids.contributor, 0, body.subarray(0, 1024 ** 2))).status).toBe(204);
    await shut();
    await open();
    const state = await head(address, ids.contributor);
    expect(state.headers.get("upload-offset")).toBe(String(1024 ** 2));
    const done = await send(address, ids.contributor, 1024 ** 2, body.subarray(1024 ** 2));
    const [version] = await db
      .select()
      .from(fileVersions)
      .where(eq(fileVersions.id, done.headers.get("x-consorta-version") ?? ""));
    expect(version?.sha256).toBe(sha(body));
  });

  it("resumes from the bytes on disk after the connection broke within a chunk", async () => {
    const body = randomBytes(2 * 1024 ** 2);
    const address = pathOf(await begin(ids.contributor, "broken.bin", body.length));
    const cookie = await cookieOf(ids.contributor);
    const line = ask(new URL(address, base), {
      method: "PATCH",
      headers: {
        Cookie: cookie,
        "Tus-Resumable": "1.0.0",
        "Upload-Offset": "0",
        "Content-Type": "application/offset+octet-stream",
        "Content-Length": body.length,
      },
    }).on("error", () => undefined);
    line.write(body.subarray(0, 700_000), () => setTimeout(() => line.destroy(), 100));
    await new Promise((resolve) => line.on("close", resolve));
    await expect.poll(async () => (await head(address, ids.contributor)).status, { timeout: 8_000 }).toBe(200);
    const state = await head(address, ids.contributor);
    const offset = Number(state.headers.get("upload-offset"));
    expect(offset).toBeLessThanOrEqual(700_000);
    const done = await send(address, ids.contributor, offset, body.subarray(offset));
    const versionId = done.headers.get("x-consorta-version") ?? "";
    const [version] = await db.select().from(fileVersions).where(eq(fileVersions.id, versionId));
    expect(version?.sha256).toBe(sha(body));
  });

  it("reports its version, created once, when the last response was lost", async () => {
    const body = Buffer.from("finished");
    const begun = await begin(ids.contributor, "done.txt", body.length);
    const done = await send(pathOf(begun), ids.contributor, 0, body);
    const again = await head(pathOf(begun), ids.contributor);
    expect(again.headers.get("upload-offset")).toBe(String(body.length));
    expect(again.headers.get("x-consorta-version")).toBe(done.headers.get("x-consorta-version"));
    expect(await db.select().from(fileVersions).where(eq(fileVersions.outputId, ids.output))).toHaveLength(1);
  });

  it.each([
    ["becomes a version when it is continued with a copy of the file", true],
    ["is deleted when it is continued with another file of the same size", false],
  ])("%s", async (_, isCopy) => {
    const body = randomBytes(1_000);
    const other = Buffer.concat([randomBytes(500), body.subarray(500)]);
    const address = pathOf(await begin(ids.contributor, "film.mp4", body.length));
    await send(address, ids.contributor, 0, body.subarray(0, 400));
    const chosen = isCopy ? body : other;
    const headers = { "Upload-Offset": "400", "Content-Type": "application/offset+octet-stream" };
    const hash = { [contentHashHeader]: sha(chosen) };
    const rest = chosen.subarray(400);
    const answer = await tus("PATCH", new URL(address, base), ids.contributor, { ...headers, ...hash }, rest);
    const versions = await db.select().from(fileVersions).where(eq(fileVersions.outputId, ids.output));
    expect(versions.map((version) => version.sha256)).toEqual(isCopy ? [sha(body)] : []);
    if (isCopy) return;
    expect([answer.status, await answer.json()]).toMatchObject([422, { problem: "file.other_content" }]);
    expect(await db.select().from(uploads).where(eq(uploads.outputId, ids.output))).toEqual([]);
  });

  it("becomes no version when its content is that of the newest version, and the answer names that version", async () => {
    const again = async (body: Buffer, name = "guide.txt") => {
      const begun = await begin(ids.contributor, name, body.length);
      const answer = await send(pathOf(begun), ids.contributor, 0, body);
      return answer.status === 204 ? 204 : [answer.status, await answer.json()];
    };
    const [draft, final] = [Buffer.from("draft"), Buffer.from("final")];
    const same = (version: number) => [422, { problem: "file.same_content", params: { version, name: "guide.txt" } }];
    expect(await again(draft)).toBe(204);
    expect(await again(draft)).toEqual(same(1));
    expect(await again(final)).toBe(204);
    expect(await again(final)).toEqual(same(2));
    expect(await again(draft)).toBe(204);
    expect(await again(draft, "annex.txt")).toBe(204);
    const stored = await db.select().from(fileVersions).where(eq(fileVersions.outputId, ids.output));
    expect(stored.map(({ name, number }) => `${name} ${number}`).sort()).toEqual([
      "annex.txt 1",
      "guide.txt 1",
      "guide.txt 2",
      "guide.txt 3",
    ]);
    expect(await db.select().from(uploads).where(eq(uploads.outputId, ids.output))).toHaveLength(stored.length);
    const files = await readdir(path.join(folder, "kept"), { recursive: true });
    const contents = await db.select({ key: blobs.storageKey }).from(blobs);
    expect(files.filter((name) => name.length > 20).length).toBe(contents.length);
  });

  it("is refused to viewers, strangers and people who are not signed in", async () => {
    expect((await begin(ids.viewer, "a.txt", 1)).status).toBe(403);
    const unknown = await begin(ids.stranger, "a.txt", 1);
    expect(unknown.status).toBe(404);
    expect(await unknown.json()).toMatchObject({ problem: "output.not_found" });
    const noCookie = { "Tus-Resumable": "1.0.0", "Upload-Length": "1" };
    expect((await fetch(new URL("/upload", base), { method: "POST", headers: noCookie })).status).toBe(403);
  });

  it("answers an internal error without the query and its values", async () => {
    const query = `Failed query: insert into "uploads" values ($1)\nparams: a secret`;
    const broken = new Proxy(db, {
      get: (target, name) =>
        name === "transaction" ? () => Promise.reject(new Error(query)) : (Reflect.get(target, name) as unknown),
    });
    const failing = await openFileServer(broken, url, new DiskStorage(folder));
    const failed = await beginUpload(failing.base, ids.contributor, ids.output, "a.txt", 1);
    const response = JSON.stringify([await failed.text(), [...failed.headers]]);
    await failing.shut();
    expect(failed.status).toBe(500);
    expect(response).not.toMatch(/secret|insert|failed query/iu);
  });

  it("is visible only to the person who began it", async () => {
    const address = pathOf(await begin(ids.contributor, "mine.txt", 4));
    expect((await send(address, ids.manager, 0, Buffer.from("mine"))).status).toBe(404);
    expect((await head(address, ids.manager)).status).toBe(404);
    expect((await tus("DELETE", new URL(address, base), ids.manager)).status).toBe(404);
  });

  it("is refused when it is too big or empty", async () => {
    const big = await begin(ids.contributor, "big.bin", 6 * 1024 ** 3);
    expect(big.status).toBe(400);
    expect(await big.json()).toMatchObject({ problem: "file.too_big" });
    expect(await (await begin(ids.contributor, "none.bin", 0)).json()).toMatchObject({ problem: "file.empty" });
  });

  it("deletes its bytes and its row when it is cancelled", async () => {
    const address = pathOf(await begin(ids.contributor, "left.txt", 10));
    const id = address.split("/").at(-1) ?? "";
    expect((await tus("DELETE", new URL(address, base), ids.contributor)).status).toBe(204);
    expect((await readdir(path.join(folder, "incoming"))).filter((name) => name.startsWith(id))).toEqual([]);
    await expect.poll(() => db.select().from(uploads).where(eq(uploads.id, id))).toEqual([]);
  });
});

describe("a download", () => {
  it("needs a valid signature", async () => {
    const versionId = await uploaded("secret.txt", Buffer.from("secret"));
    const address = fileAddress(versionId, new Date());
    expect((await fetch(new URL(address, base))).status).toBe(200);
    expect((await fetch(new URL(address.replace("inline=0", "inline=1"), base))).status).toBe(404);
    expect((await fetch(new URL(`/files/${versionId}`, base))).status).toBe(404);
    const late = fileAddress(versionId, new Date(Date.now() - 6 * 60_000));
    expect((await fetch(new URL(late, base))).status).toBe(404);
  });

  it("keeps file names in any script, and never lets content run scripts", async () => {
    const body = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>");
    const versionId = await uploaded("Žluťoučký 'kůň' 日本.svg", body);
    const answer = await fetch(new URL(fileAddress(versionId, new Date(), { inline: true }), base));
    const disposition = answer.headers.get("content-disposition") ?? "";
    expect(disposition).toBe(
      `inline; filename="?lu?ou?ký 'k??' ??.svg"; filename*=UTF-8''%C5%BDlu%C5%A5ou%C4%8Dk%C3%BD%20%27k%C5%AF%C5%88%27%20%E6%97%A5%E6%9C%AC.svg`,
    );
    expect(answer.headers.get("content-security-policy")).toContain("sandbox");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("content-type")).not.toMatch(/svg|html/);
  });

  it("shows images inline on request, and sends HTML as an attachment", async () => {
    const png = Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
      "base64",
    );
    const picture = await uploaded("dot.png", png);
    const shown = await fetch(new URL(fileAddress(picture, new Date(), { inline: true }), base));
    expect(shown.headers.get("content-disposition")).toMatch(/^inline/);
    expect(shown.headers.get("content-type")).toBe("image/png");
    const saved = await fetch(new URL(fileAddress(picture, new Date()), base));
    expect(saved.headers.get("content-disposition")).toMatch(/^attachment/);
    const page = await uploaded("page.html", Buffer.from("<!doctype html><script>alert(1)</script>"));
    const html = await fetch(new URL(fileAddress(page, new Date(), { inline: true }), base));
    expect(html.headers.get("content-type")).not.toContain("html");
  });

  it("answers range requests", async () => {
    const versionId = await uploaded("digits.txt", Buffer.from("0123456789"));
    const address = new URL(fileAddress(versionId, new Date()), base);
    const middle = await fetch(address, { headers: { Range: "bytes=2-4" } });
    expect([middle.status, await middle.text(), middle.headers.get("content-range")]).toEqual([
      206,
      "234",
      "bytes 2-4/10",
    ]);
    const end = await fetch(address, { headers: { Range: "bytes=-3" } });
    expect(await end.text()).toBe("789");
    expect((await fetch(address, { headers: { Range: "bytes=20-" } })).status).toBe(416);
    expect((await fetch(address, { headers: { Range: "bytes=0-1", "If-Range": '"other"' } })).status).toBe(200);
  });

  it.each([
    [undefined, undefined],
    ["bytes=0-", { start: 0, end: 9 }],
    ["bytes=-20", { start: 0, end: 9 }],
    ["bytes=5-2", null],
    ["bytes=0-1,3-4", undefined],
  ])("parses the range %s", (header, range) => {
    expect(readRange(header, 10)).toEqual(range);
  });

  it("streams several files as one archive with distinct names", async () => {
    const one = await uploaded("same.txt", Buffer.from("one"));
    const two = await uploaded("same.txt", Buffer.from("two"));
    const answer = await fetch(new URL(archiveAddress([one, two], "O1 Οδηγός", new Date()), base));
    const packed = Buffer.from(await answer.arrayBuffer());
    expect(packed.subarray(0, 4).toString("latin1")).toBe("PK\u0003\u0004");
    for (const expected of ["same.txt", "same (2).txt", "one", "two"]) expect(packed.includes(expected)).toBe(true);
    expect(answer.headers.get("content-disposition")).toContain("attachment");
  });

  it("of an archive is rate-limited per caller; single files are not", async () => {
    const one = await uploaded("one.txt", Buffer.from("one"));
    const usual = env();
    const shared = globalThis as typeof globalThis & { consortaLimiters?: unknown };
    delete shared.consortaLimiters;
    adoptEnv({ ...usual, RATE_LIMIT_FACTOR: 1 / 60 });
    const from = { "X-Consorta-Peer": "192.0.2.7" };
    const responses = [];
    for (let i = 0; i < 3; i += 1) {
      const answer = await fetch(new URL(archiveAddress([one], "O1", new Date()), base), { headers: from });
      responses.push(answer.status);
      await answer.arrayBuffer();
    }
    delete shared.consortaLimiters;
    adoptEnv(usual);
    expect(responses).toEqual([200, 200, 429]);
    expect((await fetch(new URL(fileAddress(one, new Date()), base), { headers: from })).status).toBe(200);
  });

  it("fails for a withdrawn version", async () => {
    const versionId = await uploaded("wrong.txt", Buffer.from("personal"));
    const found = await loadActor(db, ids.contributor, new Date());
    if (found === null) throw new Error("The contributor is missing.");
    const ctx = { db, actor: found.actor, now: new Date(), ip: "", locale: "en" };
    await withdrawVersion(ctx, { versionId, reason: "Names of pupils" });
    expect((await fetch(new URL(fileAddress(versionId, new Date()), base))).status).toBe(404);
    const [blob] = await db
      .select({ key: blobs.storageKey })
      .from(blobs)
      .innerJoin(fileVersions, eq(fileVersions.blobId, blobs.id))
      .where(eq(fileVersions.id, versionId));
    const storedFile = path.join(folder, "kept", blob?.key.slice(-2) ?? "", blob?.key ?? "");
    expect(existsSync(storedFile)).toBe(true);
  });
});

it("memory does not grow with the size of the file", async () => {
  const chunk = randomBytes(1024 ** 2);
  const chunkCount = 200;
  const hash = createHash("sha256");
  const address = pathOf(await begin(ids.contributor, "large.bin", chunkCount * chunk.length));
  const cookie = await cookieOf(ids.contributor);
  const before = process.memoryUsage().rss;
  let peak = before;
  const line = ask(new URL(address, base), {
    method: "PATCH",
    headers: {
      Cookie: cookie,
      "Tus-Resumable": "1.0.0",
      "Upload-Offset": "0",
      "Content-Type": "application/offset+octet-stream",
      "Content-Length": chunkCount * chunk.length,
    },
  });
  const answered = once(line, "response");
  for (let sent = 0; sent < chunkCount; sent++) {
    hash.update(chunk);
    if (!line.write(chunk)) await once(line, "drain");
    peak = Math.max(peak, process.memoryUsage().rss);
  }
  line.end();
  await answered;
  const [version] = await db.select().from(fileVersions).where(eq(fileVersions.outputId, ids.output));
  expect(version?.sha256).toBe(hash.digest("hex"));
  // Client and server share this process; a file held in memory would take 200 MB at least.
  expect((peak - before) / 1024 ** 2).toBeLessThan(80);
});
