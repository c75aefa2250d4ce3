import { IncomingMessage, type ServerResponse } from "node:http";
import onHeaders from "on-headers";
import { askedPathHeader } from "@/domain/asked-path";
import type { Handle } from "./answering";

/** The pages that are rendered in place of a page whose subject does not exist. */
const notFoundPath = "/absent";
const endedInvitationPath = "/invite/ended";
const notFoundPages: ReadonlySet<string> = new Set([notFoundPath, endedInvitationPath]);

const split = (address: string): [path: string, search: string] => {
  const [path = "/", search] = address.split("?", 2);
  return [path, search === undefined ? "" : `?${search}`];
};

/** The page for an address whose subject does not exist; an ended invitation has one of its own, in its language. */
function notFoundAddress(address: string): string {
  const [path, search] = split(address);
  return path.startsWith("/invite/") ? `${endedInvitationPath}${search}` : notFoundPath;
}

/** A GET of the page that is rendered in place of the one that was asked for. */
function requestFor(request: IncomingMessage, url: string, askedPath: string): IncomingMessage {
  const { rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = request;
  const { "content-length": _length, "content-type": _type, ...headers } = request.headers;
  const other = new IncomingMessage(request.socket);
  Object.assign(other, { url, method: "GET", rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor });
  Object.assign(other, { complete: true });
  other.headers = { ...headers, [askedPathHeader]: askedPath };
  other.push(null);
  return other;
}

/** The document that Next sends when a page throws: scripts of the browser fill it, without them it stays empty. */
const isEmptyDocument = (chunk: unknown): boolean =>
  chunk instanceof Uint8Array && Buffer.from(chunk.subarray(0, 200)).includes('id="__next_error__"');

/** Keeps an empty document of status 404 from being sent; resolves when Next has written it. */
function discardEmptyDocument(response: ServerResponse): { discarded: Promise<void>; restore: () => void } {
  const write = response.write.bind(response) as (...parts: unknown[]) => boolean;
  const end = response.end.bind(response) as (...parts: unknown[]) => ServerResponse;
  const flushHeaders = response.flushHeaders.bind(response);
  const headersBefore = new Set(response.getHeaderNames());
  const restore = () => {
    Object.assign(response, { write, end, flushHeaders });
    // Set by Next for the discarded document.
    for (const name of response.getHeaderNames()) if (!headersBefore.has(name)) response.removeHeader(name);
  };
  let discarding: boolean | undefined;
  const discarded = new Promise<void>((resolve) => {
    response.flushHeaders = () => {
      // With status 404 the first chunk decides whether these headers are sent.
      if (response.statusCode !== 404) flushHeaders();
    };
    response.write = (...parts: unknown[]) => {
      discarding ??= response.statusCode === 404 && !response.headersSent && isEmptyDocument(parts[0]);
      return discarding || write(...parts);
    };
    response.end = (...parts: unknown[]) => {
      if (!discarding) return end(...parts);
      resolve();
      return response;
    };
  });
  return { discarded, restore };
}

/** Set when the headers are sent: Next would look for the title of a page of status 404 in the root folder. */
function asNotFound(response: ServerResponse): void {
  response.statusCode = 200;
  onHeaders(response, () => {
    response.statusCode = 404;
  });
}

/**
 * Lets Next handle a page. Next renders notFound() in the browser only, so a page that does not exist is rendered again
 * as a page that says so, with status 404.
 */
export async function handlePage(request: IncomingMessage, response: ServerResponse, handle: Handle): Promise<void> {
  const address = request.url ?? "/";
  if (notFoundPages.has(split(address)[0])) asNotFound(response);
  const { discarded, restore } = discardEmptyDocument(response);
  // Next waits for the end of the response, which does not come when its document is discarded.
  const emptied = await Promise.race([discarded.then(() => true), handle(request, response).then(() => false)]);
  if (!emptied) return;
  restore();
  asNotFound(response);
  await handle(requestFor(request, notFoundAddress(address), split(address)[0]), response);
}
