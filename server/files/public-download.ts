import type { IncomingMessage, ServerResponse } from "node:http";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { isPicture } from "@/domain/attachments";
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

type HeldRow = { [Key in keyof Held]: Held[Key] };

/** A file of a published output: one of its versions, or its cover picture. */
async function findPublic(db: Db, versionId: string, asCover: boolean): Promise<Held | undefined> {
  const [row] = await db.execute<HeldRow>(sql`select v.name, v.number, v.size_bytes::float8 as "sizeBytes",
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

/** A file that a public practice or a public report names. */
async function findAttached(db: Db, id: string): Promise<Held | undefined> {
  const named = sql`content->'files' @> jsonb_build_array(jsonb_build_object('id', a.id))`;
  const [row] = await db.execute<HeldRow>(sql`select a.name, a.number, b.size_bytes::float8 as "sizeBytes",
      b.media_type as "mediaType", b.sha256, b.storage_key as "storageKey"
    from attachments a join blobs b on b.id = a.blob_id
    where a.id = ${id} and b.erased_at is null and (
      exists (select from practices r join practice_editions e on e.practice_id = r.id and e.number = r.edition
        where r.id = a.practice_id and e.${named})
      or exists (select from replications x join practices r on r.id = x.practice_id and r.edition is not null
        where x.id = a.replication_id and x.status = 'published' and x.${named}))`);
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
 * Sends a public file to anybody: streamed, with a limit for each network, and as an attachment. Only pictures of covers,
 * practices and reports are shown in pages. What is not public is not found.
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
    const version = versionId === undefined ? undefined : await findPublic(db, versionId, asCover);
    const attached = version || versionId === undefined ? undefined : await findAttached(db, versionId);
    const found = version ?? attached;
    if (versionId === undefined || found === undefined) {
      refuse(response, 404, "Not found.");
      return;
    }
    if (version && !asCover && begins(request)) await count(db, versionId);
    const mayShow = attached !== undefined && isPicture(attached.mediaType);
    const asPicture = asCover || (mayShow && address.searchParams.has("picture"));
    await sendOne(request, response, storage, found, asPicture);
  } finally {
    const left = (running.get(network) ?? 1) - 1;
    if (left > 0) running.set(network, left);
    else running.delete(network);
  }
}
