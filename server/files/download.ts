import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import contentDisposition from "content-disposition";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { blobs, fileVersions } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { limit } from "@/server/rate-limit";
import { unlessGone } from "@/server/unless-gone";
import { streamArchive } from "./archive";
import { projectEntries } from "./project-archive";
import { readProjectAddress, readSignedAddress } from "@/server/signed-address";
import type { Range, Storage } from "./storage";

export const downloadPath = "/files/";

interface Held {
  name: string;
  number: number;
  sizeBytes: number;
  mediaType: string;
  sha256: string;
  storageKey: string;
}

/** Types that may be shown inline on request; every other type could run scripts or cannot be shown. */
const showable = /^(image\/(png|jpeg|gif|webp|avif|bmp)|video\/[\w.+-]+|audio\/[\w.+-]+|application\/pdf|text\/plain)$/;

function headersFor(kind: "inline" | "attachment", name: string, mediaType: string): Record<string, string> {
  return {
    "Content-Type": mediaType === "text/plain" ? "text/plain; charset=utf-8" : mediaType,
    "Content-Disposition": contentDisposition(name, { type: kind }),
    "Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'self'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, max-age=300",
  };
}

/**
 * The single byte range of a request; null when it is not satisfiable. Undefined (send everything) when there is none
 * or more than one (RFC 9110, 14.2). A suffix longer than the content is all of it, which range-parser answers with
 * 416.
 */
export function readRange(header: string | undefined, size: number): Range | undefined | null {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(header ?? "");
  if (asked === null || (asked[1] === "" && asked[2] === "")) return undefined;
  const start = asked[1] === "" ? Math.max(0, size - Number(asked[2])) : Number(asked[1]);
  const end = asked[1] === "" || asked[2] === "" ? size - 1 : Math.min(Number(asked[2]), size - 1);
  return start >= size || start > end ? null : { start, end };
}

async function heldVersions(db: Db, versionIds: string[]): Promise<Held[]> {
  const ids = versionIds.filter((id) => /^[0-9a-f-]{36}$/.test(id));
  if (ids.length === 0) return [];
  return db
    .select({
      name: fileVersions.name,
      number: fileVersions.number,
      sizeBytes: fileVersions.sizeBytes,
      mediaType: fileVersions.mediaType,
      sha256: fileVersions.sha256,
      storageKey: blobs.storageKey,
    })
    .from(fileVersions)
    .innerJoin(blobs, eq(blobs.id, fileVersions.blobId))
    .where(and(inArray(fileVersions.id, ids), isNull(fileVersions.withdrawnAt), isNull(blobs.erasedAt)))
    .orderBy(asc(fileVersions.name), asc(fileVersions.number));
}

function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" }).end(message);
}

async function sendOne(
  request: IncomingMessage,
  response: ServerResponse,
  storage: Storage,
  held: Held,
  inline: boolean,
): Promise<void> {
  const kind = inline && showable.test(held.mediaType) ? "inline" : "attachment";
  const tag = `"${held.sha256}"`;
  const headers = { ...headersFor(kind, held.name, held.mediaType), ETag: tag, "Accept-Ranges": "bytes" };
  const ifRange = request.headers["if-range"];
  const range = readRange(ifRange === undefined || ifRange === tag ? request.headers.range : undefined, held.sizeBytes);
  if (range === null) {
    response.writeHead(416, { "Content-Range": `bytes */${held.sizeBytes}` }).end();
    return;
  }
  if (range === undefined) response.writeHead(200, { ...headers, "Content-Length": held.sizeBytes });
  else {
    response.writeHead(206, {
      ...headers,
      "Content-Length": range.end - range.start + 1,
      "Content-Range": `bytes ${range.start}-${range.end}/${held.sizeBytes}`,
    });
  }
  if (request.method === "HEAD") {
    response.end();
    return;
  }
  await pipeline(await storage.read(held.storageKey, range), response).catch(unlessGone);
}

/** Limits archives per caller: each reads many contents, and its address can be requested again for five minutes. */
async function packedTooOften(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const from = String(request.headers["x-consorta-peer"] ?? "unknown");
  const refused = await limit("archivesIp", from).then(
    () => null,
    (problem: unknown) => {
      if (problem instanceof DomainError) return problem;
      throw problem;
    },
  );
  if (refused === null) return false;
  response.setHeader("Retry-After", Number(refused.data["minutes"] ?? 1) * 60);
  refuse(response, 429, "Too many archives were asked for from here: please try again later.");
  return true;
}

/** Files of the same name get the number of their version. */
function namesInArchive(list: Held[]): string[] {
  const taken = new Set<string>();
  return list.map((held) => {
    const dot = held.name.lastIndexOf(".");
    const [stem, ending] = dot > 0 ? [held.name.slice(0, dot), held.name.slice(dot)] : [held.name, ""];
    let name = held.name;
    for (let copy = 0; taken.has(name.toLowerCase()); copy++) {
      name = `${stem} (${held.number}${copy === 0 ? "" : `-${copy}`})${ending}`;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}

async function sendArchive(response: ServerResponse, storage: Storage, list: Held[], name: string): Promise<void> {
  response.writeHead(200, headersFor("attachment", `${name}.zip`, "application/zip"));
  const names = namesInArchive(list);
  const entries = list.map((held, index) => ({
    name: names[index] ?? held.name,
    content: () => storage.read(held.storageKey),
  }));
  await streamArchive(response, entries);
}

/** Serves a signed address: one content with range requests, or several as a streamed archive. */
export async function download(
  request: IncomingMessage,
  response: ServerResponse,
  db: Db,
  storage: Storage,
): Promise<void> {
  if (request.method !== "GET" && request.method !== "HEAD") {
    refuse(response, 405, "Only reading is possible here.");
    return;
  }
  const address = new URL(request.url ?? "/", "http://files");
  const project = readProjectAddress(address, new Date());
  if (project !== null) {
    if (await packedTooOften(request, response)) return;
    response.writeHead(200, headersFor("attachment", `${project.name}.zip`, "application/zip"));
    await streamArchive(response, projectEntries(db, storage, project.projectId));
    return;
  }
  const payload = readSignedAddress(address, new Date());
  const list = payload === null ? [] : await heldVersions(db, payload.versionIds);
  const [first] = list;
  if (payload === null || first === undefined) refuse(response, 404, "Not found.");
  else if (payload.archiveName === undefined) await sendOne(request, response, storage, first, payload.inline);
  else if (!(await packedTooOften(request, response))) await sendArchive(response, storage, list, payload.archiveName);
}
