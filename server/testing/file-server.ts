import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Db } from "@/db/client";
import { download } from "@/server/files/download";
import type { Storage } from "@/server/files/storage";
import { Uploads } from "@/server/files/tus";
import { UploadLocker } from "@/server/files/upload-locker";
import { uploadRules } from "@/server/files/upload-rules";
import { aSession } from "./session";

let database: Db | undefined;
const cookies = new Map<string, Promise<string>>();

/** The Cookie header of a person's session in these tests. */
export function cookieOf(personId: string): Promise<string> {
  if (!database) throw new Error("openFileServer comes first.");
  const cookie = cookies.get(personId) ?? aSession(database, personId);
  cookies.set(personId, cookie);
  return cookie;
}

/** The file transfer part of an instance, listening on a free port; its state is only in its database and store. */
export async function openFileServer(db: Db, url: string, storage: Storage) {
  database = db;
  const locker = new UploadLocker(url);
  const receiving = new Uploads(db, storage, locker, uploadRules);
  const server = createServer((request, response) => {
    void (request.url?.startsWith("/files/")
      ? download(request, response, db, storage)
      : receiving.handle(request, response));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const shut = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
    await locker.close();
  };
  return { base, shut };
}

const text = (value: string) => Buffer.from(value).toString("base64");

/** One request of the tus protocol, as a signed-in person's browser sends it. */
export async function tus(
  method: string,
  address: URL,
  personId: string,
  headers: Record<string, string> = {},
  body?: Uint8Array,
): Promise<Response> {
  return fetch(address, {
    method,
    headers: { "Tus-Resumable": "1.0.0", Cookie: await cookieOf(personId), ...headers },
    ...(body === undefined ? {} : { body: new Uint8Array(body) }),
  });
}

/** Creates an upload with this metadata; its address is in the Location header of the response. */
export const beginUploadOf = (base: string, personId: string, metadata: Record<string, string>, size: number) =>
  tus("POST", new URL("/upload", base), personId, {
    "Upload-Length": String(size),
    "Upload-Metadata": Object.entries(metadata)
      .map(([name, value]) => `${name} ${text(value)}`)
      .join(","),
  });

/** Creates an upload to an output. */
export const beginUpload = (base: string, personId: string, outputId: string, name: string, size: number) =>
  beginUploadOf(base, personId, { outputId, name }, size);

/** Sends a chunk of an upload from an offset. */
export const sendPiece = (address: URL, personId: string, offset: number, body: Uint8Array) =>
  tus(
    "PATCH",
    address,
    personId,
    { "Upload-Offset": String(offset), "Content-Type": "application/offset+octet-stream" },
    body,
  );

export const pathOf = (answer: Response) => answer.headers.get("location") ?? "";
