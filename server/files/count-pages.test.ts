import { readFile } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { eq } from "drizzle-orm";
import { afterEach, expect, it } from "vitest";
import { blobs } from "@/db/schema";
import { test } from "@/server/testing/db";
import { countPages, pagesOfPdf } from "./count-pages";
import { storage } from "./open-storage";

const guide = () => readFile(path.join(process.cwd(), "server", "demo", "files", "guide-en.pdf"));
const hash = "0".repeat(64);
const stored: string[] = [];

afterEach(async () => {
  const store = await storage();
  for (const key of stored.splice(0)) await store.erase(key);
});

async function store(content: Uint8Array): Promise<string> {
  const key = crypto.randomUUID();
  await (await storage()).put(key, Readable.from([content]));
  stored.push(key);
  return key;
}

test("counts the pages of stored PDFs, and notes those that cannot be read", async ({ tx }) => {
  const pdf = await guide();
  const rows = [
    { id: crypto.randomUUID(), mediaType: "application/pdf", storageKey: await store(pdf), pages: 1 },
    { id: crypto.randomUUID(), mediaType: "application/pdf", storageKey: await store(pdf.subarray(0, 40)), pages: 0 },
    { id: crypto.randomUUID(), mediaType: "text/plain", storageKey: await store(pdf), pages: null },
  ];
  await tx.insert(blobs).values(rows.map(({ pages: _, ...row }) => ({ ...row, sha256: hash, sizeBytes: pdf.length })));
  await countPages({ db: tx, now: new Date() }, {});
  for (const { id, pages } of rows) {
    const [row] = await tx.select({ pages: blobs.pages }).from(blobs).where(eq(blobs.id, id));
    expect(row).toEqual({ pages });
  }
});

test("counts the others when the store has lost a content, and fails afterwards", async ({ tx }) => {
  const pdf = await guide();
  const [lost, kept] = ["00000000-0000-4000-8000-000000000001", crypto.randomUUID()] as const;
  const common = { mediaType: "application/pdf", sha256: hash, sizeBytes: pdf.length };
  await tx.insert(blobs).values([
    { id: lost, storageKey: crypto.randomUUID(), ...common },
    { id: kept, storageKey: await store(pdf), ...common },
  ]);
  await expect(countPages({ db: tx, now: new Date() }, {})).rejects.toThrow("could not be read");
  const pagesOf = async (id: string) =>
    (await tx.select({ pages: blobs.pages }).from(blobs).where(eq(blobs.id, id)))[0];
  expect([await pagesOf(lost), await pagesOf(kept)]).toEqual([{ pages: null }, { pages: 1 }]);
});

it("gives up after its time, and beyond its memory", async () => {
  expect(await pagesOfPdf(Readable.from([await guide()]), { heapMegabytes: 256, milliseconds: 5 })).toBeNull();
  expect(await pagesOfPdf(Readable.from([await guide()]), { heapMegabytes: 8, milliseconds: 30_000 })).toBeNull();
});

it("reports a content that ends with an error of the store", async () => {
  const failing = new Readable({
    read() {
      this.destroy(new Error("the disk is gone"));
    },
  });
  await expect(pagesOfPdf(failing)).rejects.toThrow("the disk is gone");
});
