import type { ServerResponse } from "node:http";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ZipArchive } from "archiver";
import { unlessGone } from "@/server/unless-gone";

/** One file of an archive; its content is opened only when it is written. */
export interface Entry {
  name: string;
  content: () => Promise<Readable | string>;
}

// Windows cannot create files with these names, whatever their extension.
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/**
 * The path of an entry, always inside the folder into which the archive is extracted: no parent directories, no
 * absolute paths or drive letters, and only names that Windows can create. An empty part becomes "_".
 */
export function entryPath(name: string): string {
  const parts = name
    .replace(/[\p{Cc}\p{Surrogate}<>:"|?*]/gu, "_")
    .split(/[/\\]+/)
    // Windows ignores dots and spaces at the end of a part: ".. ." is a parent directory as well.
    .filter((part) => !/^[.\s]*$/u.test(part))
    .map((part) =>
      part
        .replace(/[.\s]+$/u, "")
        .trimStart()
        .replace(reserved, "$1_"),
    );
  return parts.length > 0 ? parts.join("/") : "_";
}

/** Returns each path with a number before its extension when an earlier one is equal without regard to case. */
export function uniquePaths(): (path: string) => string {
  const taken = new Set<string>();
  return (path) => {
    const [, stem = path, ending = ""] = /^(.*?)(\.[^./]{1,12})?$/u.exec(path) ?? [];
    let unique = path;
    for (let number = 2; taken.has(unique.toLowerCase()); number += 1) unique = `${stem} (${String(number)})${ending}`;
    taken.add(unique.toLowerCase());
    return unique;
  };
}

/** Streams entries one after another as a zip, so that memory use does not grow with its size. */
export async function streamArchive(
  response: ServerResponse,
  entries: AsyncIterable<Entry> | Iterable<Entry>,
): Promise<void> {
  // Most files are compressed already: storing them without compression is fast enough for the network.
  const archive = new ZipArchive({ store: true });
  const sent = pipeline(archive, response);
  const unique = uniquePaths();
  const filled = (async () => {
    for await (const entry of entries) {
      const content = await entry.content();
      const name = unique(entryPath(entry.name));
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
