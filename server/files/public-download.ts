import type { IncomingMessage, ServerResponse } from "node:http";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { dayInBrussels } from "@/domain/dates";
import { withinLimit } from "@/server/rate-limit";
import { type Held, refuse, sendOne } from "./send-file";
import type { Storage } from "./storage";

const publicPath = /^\/files\/public\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Simultaneous downloads of public files by one network; the next ones are asked to wait. */
const mostAtOnce = 40;
const retrySeconds = 10;
const running = new Map<string, number>();

/** Whether an address is that of a public file. */
export const isPublicPath = (pathname: string): boolean => pathname.startsWith("/files/public/");

/** A file of a published output: one of its versions, or its cover picture. */
async function findPublic(db: Db, versionId: string, asCover: boolean): Promise<Held | undefined> {
  const [row] = await db.execute<{
    [Key in keyof Held]: Held[Key];
  }>(sql`select v.name, v.number, v.size_bytes::float8 as "sizeBytes",
      v.media_type as "mediaType", v.sha256, b.storage_key as "storageKey"
    from file_versions v join blobs b on b.id = v.blob_id
    where v.id = ${versionId} and v.withdrawn_at is null and b.erased_at is null and ${
      asCover
        ? sql`exists (select from publications p where p.cover_version_id = v.id and p.status = 'published')`
        : sql`exists (select from publication_versions pv join publications p on p.id = pv.publication_id
            where pv.version_id = v.id and p.status = 'published')`
    }`);
  return row;
}

/** Counts a download of a version by day, and nothing about who downloads. */
async function count(db: Db, versionId: string): Promise<void> {
  await db.execute(sql`insert into file_downloads (version_id, day, count)
    values (${versionId}, ${dayInBrussels(new Date())}, 1)
    on conflict (version_id, day) do update set count = file_downloads.count + 1`);
}

/** A request for the beginning of the content; later ranges belong to the same download. */
const begins = (request: IncomingMessage) =>
  request.method === "GET" && (request.headers.range === undefined || /^bytes=0-/.test(request.headers.range));

function refuseForNow(response: ServerResponse, seconds: number): void {
  response.setHeader("Retry-After", seconds);
  refuse(response, 429, "Too many files were requested from here: please try again in a moment.");
}

/**
 * Sends a file of a published output to anybody: as an attachment, streamed, with a limit for each network. Only the
 * cover picture is shown in pages. What is not public is not found.
 */
export async function sendPublicFile(
  request: IncomingMessage,
  response: ServerResponse,
  db: Db,
  storage: Storage,
  address: URL,
): Promise<void> {
  const network = String(request.headers["x-consorta-peer"] ?? "unknown");
  const already = running.get(network) ?? 0;
  if (already >= mostAtOnce) {
    refuseForNow(response, retrySeconds);
    return;
  }
  running.set(network, already + 1);
  try {
    if (!(await withinLimit("publicFilesIp", network))) {
      refuseForNow(response, 60);
      return;
    }
    const [, versionId] = publicPath.exec(address.pathname) ?? [];
    const asCover = address.searchParams.has("cover");
    const found = versionId === undefined ? undefined : await findPublic(db, versionId, asCover);
    if (versionId === undefined || found === undefined) {
      refuse(response, 404, "Not found.");
      return;
    }
    if (!asCover && begins(request)) await count(db, versionId);
    await sendOne(request, response, storage, found, asCover);
  } finally {
    const left = (running.get(network) ?? 1) - 1;
    if (left > 0) running.set(network, left);
    else running.delete(network);
  }
}
