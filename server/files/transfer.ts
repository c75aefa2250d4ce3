import type { IncomingMessage, ServerResponse } from "node:http";
import { db } from "@/db/client";
import { env } from "@/server/env";
import { addUploadedVersion, checkUpload } from "@/server/outputs/commands/files";
import { download, downloadPath } from "./download";
import { officialListPath, receiveOfficialList } from "./official-list";
import { storage } from "./storage";
import { uploadPath, Uploads } from "./tus";
import { UploadLocker } from "./upload-locker";

let uploads: Promise<Uploads> | undefined;

const receiving = () =>
  (uploads ??= storage().then(
    (place) =>
      new Uploads(db(), place, new UploadLocker(env().DATABASE_URL), {
        authorize: checkUpload,
        finish: addUploadedVersion,
      }),
  ));

/** A page elsewhere must not spend this person's session on an upload; browsers say where a request comes from. */
function isForeign(request: IncomingMessage): boolean {
  const { origin, "sec-fetch-site": site } = request.headers;
  if (site !== undefined && site !== "same-origin" && site !== "none") return true;
  return origin !== undefined && origin !== env().APP_URL && new URL(origin).host !== request.headers.host;
}

/** Answers requests for files; false when the address is none of ours. */
export async function fileTransfer(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const address = request.url ?? "/";
  if (address.startsWith(downloadPath)) {
    await download(request, response, db(), await storage());
    return true;
  }
  if (address.startsWith(officialListPath)) {
    if (isForeign(request)) response.writeHead(403, { Connection: "close" }).end();
    else await receiveOfficialList(request, response, db());
    return true;
  }
  if (address !== uploadPath && !address.startsWith(`${uploadPath}/`)) return false;
  if (isForeign(request)) response.writeHead(403, { Connection: "close" }).end();
  else await (await receiving()).handle(request, response);
  return true;
}
