import type { ServerResponse } from "node:http";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ZipArchive } from "archiver";

/** One file of an archive; its content is opened when its turn comes. */
export interface Entry {
  name: string;
  content: () => Promise<Readable | string>;
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
      if (typeof content === "string") {
        archive.append(content, { name: entry.name });
        continue;
      }
      const passed = new Promise<void>((resolve, reject) => {
        content.once("close", resolve).once("error", reject);
      });
      archive.append(content, { name: entry.name });
      // One content open at a time, however many there are.
      await Promise.race([passed, sent]);
    }
    await archive.finalize();
  })();
  await Promise.all([sent, filled]).catch(unlessGone);
}
