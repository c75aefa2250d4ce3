import type { IncomingMessage, ServerResponse } from "node:http";
import { db } from "@/db/client";
import { DomainError } from "@/domain/errors";
import { env } from "@/server/env";
import { refuse } from "@/server/refusal";
import { requireSameOrigin } from "@/server/request";
import { download, downloadPath } from "./download";
import { officialListPath, receiveOfficialList } from "./official-list";
import { storage } from "./open-storage";
import { uploadPath, Uploads } from "./tus";
import { UploadLocker } from "./upload-locker";
import { uploadRules } from "./upload-rules";

let uploads: Promise<Uploads> | undefined;

const receiving = () =>
  (uploads ??= storage().then((store) => new Uploads(db(), store, new UploadLocker(env().DATABASE_URL), uploadRules)));

/** Sends 403 and returns true when another site sent this write. */
async function refusedAsForeign(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  try {
    requireSameOrigin(request.method ?? "", (name) => request.headers[name]?.toString());
    return false;
  } catch (problem) {
    if (!(problem instanceof DomainError)) throw problem;
    response.setHeader("Connection", "close");
    await refuse(request, response, problem.code);
    return true;
  }
}

/** Handles requests for files; returns false for other addresses. */
export async function fileTransfer(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const address = request.url ?? "/";
  if (address.startsWith(downloadPath)) {
    await download(request, response, db(), await storage());
    return true;
  }
  if (address.startsWith(officialListPath)) {
    if (!(await refusedAsForeign(request, response))) await receiveOfficialList(request, response, db());
    return true;
  }
  if (address !== uploadPath && !address.startsWith(`${uploadPath}/`)) return false;
  if (!(await refusedAsForeign(request, response))) await (await receiving()).handle(request, response);
  return true;
}
