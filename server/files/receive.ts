import type { IncomingMessage, ServerResponse } from "node:http";
import { TooLongError, type HashingStore } from "./hashing-store";

const whole = /^\d+$/;

/** A client that disconnects, or whose request is ended by its own retry, is not an error. */
function isGone(problem: unknown): boolean {
  const { code } = problem as NodeJS.ErrnoException;
  return code === "ECONNRESET" || code === "ERR_STREAM_PREMATURE_CLOSE" || code === "ABORT_ERR";
}

/**
 * Handles PATCH, the tus request that carries bytes, from the socket directly to the disk: the library converts to web
 * streams, which takes about twice as long. The caller holds the upload's lock. Returns the new offset, or null when it
 * has already sent an error response.
 */
export async function receivePiece(
  request: IncomingMessage,
  response: ServerResponse,
  upload: { id: string; size: number },
  store: HashingStore,
): Promise<number | null> {
  const end = (status: number) => {
    response.writeHead(status, { "Tus-Resumable": "1.0.0", Connection: "close" }).end();
    return null;
  };
  const wanted = String(request.headers["upload-offset"] ?? "");
  if (request.headers["tus-resumable"] !== "1.0.0") return end(412);
  if (request.headers["content-type"] !== "application/offset+octet-stream") return end(415);
  if (!whole.test(wanted)) return end(400);

  try {
    const state = await store.getUpload(upload.id);
    if (state.offset !== Number(wanted)) return end(409);
    const left = upload.size - state.offset;
    if (Number(request.headers["content-length"] ?? 0) > left) return end(413);
    return await store.receive(request, upload.id, state.offset, left);
  } catch (problem) {
    if (problem instanceof TooLongError) return end(413);
    if (!isGone(problem)) throw problem;
    response.destroy();
    return null;
  }
}
