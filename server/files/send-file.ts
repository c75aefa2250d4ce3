import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import contentDisposition from "content-disposition";
import { unlessGone } from "@/server/unless-gone";
import type { Range, Storage } from "./storage";

/** A stored content with the name and type of its version. */
export interface Held {
  name: string;
  number: number;
  sizeBytes: number;
  mediaType: string;
  sha256: string;
  storageKey: string;
}

/** Types that may be shown inline on request; every other type could run scripts or cannot be shown. */
const showable = /^(image\/(png|jpeg|gif|webp|avif|bmp)|video\/[\w.+-]+|audio\/[\w.+-]+|application\/pdf|text\/plain)$/;

/** Headers of a content: shown in a sandbox or saved as a file, never as a page of this site. */
export function headersFor(kind: "inline" | "attachment", name: string, mediaType: string): Record<string, string> {
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

/** Sends a plain answer instead of a content. */
export function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" }).end(message);
}

/** Sends one content, or the range of it that was requested. */
export async function sendOne(
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
