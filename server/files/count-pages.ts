import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { and, asc, eq, gt, isNull } from "drizzle-orm";
import { blobs } from "@/db/schema";
import type { Handler } from "@/server/jobs/handler";
import { storage } from "./open-storage";

const batchSize = 100;
/** Larger files are not counted: the whole file is in memory while it is read. */
const mostBytes = 200 * 2 ** 20;
const limits = { heapMegabytes: 256, milliseconds: 30_000 };

/**
 * Counts the pages of every stored PDF whose pages are not known yet. A content that the store cannot read fails the job
 * after all others are counted.
 */
export const countPages: Handler<"count_pages"> = async ({ db }) => {
  const store = await storage();
  const unreadable: unknown[] = [];
  let after: string | undefined;
  do {
    const batch = await db
      .select({ id: blobs.id, storageKey: blobs.storageKey, sizeBytes: blobs.sizeBytes })
      .from(blobs)
      .where(
        and(
          eq(blobs.mediaType, "application/pdf"),
          isNull(blobs.pages),
          isNull(blobs.erasedAt),
          after === undefined ? undefined : gt(blobs.id, after),
        ),
      )
      .orderBy(asc(blobs.id))
      .limit(batchSize);
    for (const { id, storageKey, sizeBytes } of batch) {
      try {
        const pages = sizeBytes <= mostBytes ? await pagesOfPdf(await store.read(storageKey)) : null;
        await db
          .update(blobs)
          .set({ pages: pages ?? 0 })
          .where(eq(blobs.id, id));
      } catch (problem) {
        unreadable.push(problem);
      }
    }
    after = batch.length < batchSize ? undefined : batch.at(-1)?.id;
  } while (after !== undefined);
  if (unreadable.length > 0) throw new AggregateError(unreadable, "Some contents could not be read");
};

/**
 * The number of pages of a PDF, or null when it cannot be read: broken, encrypted, or beyond the limits on time and
 * memory. It is read in a process of its own.
 */
export async function pagesOfPdf(content: Readable, { heapMegabytes, milliseconds } = limits): Promise<number | null> {
  const script = path.join(/* turbopackIgnore: true */ process.cwd(), "scripts", "pdf-pages.mjs");
  const reader = spawn(process.execPath, [`--max-old-space-size=${heapMegabytes}`, script], {
    env: { NODE_ENV: "production" },
    stdio: ["pipe", "pipe", "ignore"],
    timeout: milliseconds,
    killSignal: "SIGKILL",
  });
  const [written, code, unsent] = await Promise.all([
    text(reader.stdout),
    once(reader, "close").then(([exitCode]: unknown[]) => exitCode),
    pipeline(content, reader.stdin).then(
      () => null,
      (problem: unknown) => (problem instanceof Error ? problem : new Error("Reading failed", { cause: problem })),
    ),
  ]);
  if (code === 0) return Number(written);
  // A reader that ends early breaks the pipe; any other problem is one of the store.
  if (unsent && !isBrokenPipe(unsent)) throw unsent;
  return null;
}

const isBrokenPipe = (problem: Error) =>
  "code" in problem &&
  (problem.code === "EPIPE" || problem.code === "ECONNRESET" || problem.code === "ERR_STREAM_PREMATURE_CLOSE");
