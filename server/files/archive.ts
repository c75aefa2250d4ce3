import type { ServerResponse } from "node:http";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ZipArchive } from "archiver";

/** One file of an archive; its content is opened only when it is written. */
export interface Entry {
  name: string;
  content: () => Promise<Readable | string>;
}

/**
 * The path of an entry, always inside the folder into which the archive is extracted: no parent directories, no
 * absolute paths, drive letters or control characters. An empty part becomes "_".
 */
export function entryPath(name: string): string {
  const parts = name
    .replace(/[\p{Cc}\p{Surrogate}]/gu, "_")
    .split(/[/\\]+/)
    // Windows ignores dots and spaces at the end of a part: ".. ." is a parent directory as well.
    .filter((part) => !/^[.\s]*$/u.test(part));
  const [first = "_", ...rest] = parts;
  return [first.replace(/^([a-z]):/i, "$1_"), ...rest].join("/");
}

/** A client that disconnects during a download is not an error of the server. */
export function unlessGone(problem: unknown): void {
  const { code } = problem as NodeJS.ErrnoException;
  if (code !== "ERR_STREAM_PREMATURE_CLOSE" && code !== "ECONNRESET" && code !== "EPIPE") throw problem;
}

/** Streams entries one after another as a zip, so that memory use does not grow with its size. */
export async function streamArchive(
  response: ServerResponse,
  entries: AsyncIterable<Entry> | Iterable<Entry>,
): Promise<void> {
  // Most files are compressed already: storing them without compression is fast enough for the network.
  const archive = new ZipArchive({ store: true });
  const sent = pipeline(archive, response);
  const filled = (async () => {
    for await (const entry of entries) {
      const content = await entry.content();
      const name = entryPath(entry.name);
      if (typeof content === "string") {
        archive.append(content, { name });
        continue;
      }
      const passed = new Promise<void>((resolve, reject) => {
        content.once("close", resolve).once("error", reject);
      });
      archive.append(content, { name });
      // Only one content is open at a time.
      await Promise.race([passed, sent]);
    }
    await archive.finalize();
  })();
  await Promise.all([sent, filled]).catch(unlessGone);
}
