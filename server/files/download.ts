import type { IncomingMessage, ServerResponse } from "node:http";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { attachments, blobs, fileVersions } from "@/db/schema";
import { DomainError } from "@/domain/errors";
import { limit } from "@/server/rate-limit";
import { streamArchive } from "./archive";
import { projectEntries } from "./project-archive";
import { readProjectAddress, readSignedAddress } from "@/server/signed-address";
import { isPublicPath, sendPublicFile } from "./public-download";
import { type Held, headersFor, refuse, sendOne } from "./send-file";
import type { Storage } from "./storage";

export const downloadPath = "/files/";

/** Versions of outputs, and files of practices and reports, which are not erased. */
async function heldVersions(db: Db, versionIds: string[]): Promise<Held[]> {
  const ids = versionIds.filter((id) => /^[0-9a-f-]{36}$/.test(id));
  if (ids.length === 0) return [];
  const held = { sizeBytes: blobs.sizeBytes, mediaType: blobs.mediaType, sha256: blobs.sha256 };
  const attached = db
    .select({ name: attachments.name, number: attachments.number, ...held, storageKey: blobs.storageKey })
    .from(attachments)
    .innerJoin(blobs, eq(blobs.id, attachments.blobId))
    .where(and(inArray(attachments.id, ids), isNull(blobs.erasedAt)));
  const versions = db
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
    .where(and(inArray(fileVersions.id, ids), isNull(fileVersions.withdrawnAt), isNull(blobs.erasedAt)));
  return unionAll(versions, attached).orderBy(sql`1`, sql`2`);
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

/** Serves a signed address: one content with range requests, or several as a streamed archive. Public files have none. */
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
  if (isPublicPath(address.pathname)) {
    await sendPublicFile(request, response, db, storage, address);
    return;
  }
  const payload = readSignedAddress(address, new Date());
  const list = payload === null ? [] : await heldVersions(db, payload.versionIds);
  const [first] = list;
  if (payload === null || first === undefined) refuse(response, 404, "Not found.");
  else if (payload.archiveName === undefined) await sendOne(request, response, storage, first, payload.inline);
  else if (!(await packedTooOften(request, response))) await sendArchive(response, storage, list, payload.archiveName);
}
