import type { ServerResponse } from "node:http";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ZipArchive } from "archiver";

/** One file of an archive; its content is opened when its turn comes. */
export interface Entry {
  name: string;
  content: () => Promise<Readable | string>;
}

/**
 * The path of an entry, always inside the folder into which the archive is unpacked: no parts that lead up, no absolute
 * paths, drive letters or control characters. Parts that are dropped leave "_" when nothing else is left.
 */
export function entryPath(name: string): string {
  const parts = name
    .replace(/[\p{Cc}\p{Surrogate}]/gu, "_")
    .split(/[/\\]+/)
    // Windows ignores dots and spaces at the end of a part: ".. ." leads up as well.
    .filter((part) => !/^[.\s]*$/u.test(part));
  const [first = "_", ...rest] = parts;
  return [first.replace(/^([a-z]):/i, "$1_"), ...rest].join("/");
}

/** A reader who leaves half-way is no failure of ours. */
export function unlessGone(problem: unknown): void {
  const { code } = problem as NodeJS.ErrnoException;
  if (code !== "ERR_STREAM_PREMATURE_CLOSE" && code !== "ECONNRESET" && code !== "EPIPE") throw problem;
}

/** Writes entries one after another into a zip that leaves while it is made: memory does not grow with it. */
export async function streamArchive(
  response: ServerResponse,
  entries: AsyncIterable<Entry> | Iterable<Entry>,
): Promise<void> {
  // Most files are packed already: storing them as they are keeps pace with the line.
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
      // One content open at a time, however many there are.
      await Promise.race([passed, sent]);
    }
    await archive.finalize();
  })();
  await Promise.all([sent, filled]).catch(unlessGone);
}
