import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import compression from "compression";
import onHeaders from "on-headers";
import { DomainError } from "@/domain/errors";
import { proxyPage } from "@/server/page-proxy";
import { activityPath } from "@/server/signed-address";
import { log } from "@/server/log";
import { callerAddress, limitedNetwork, type TrustedProxies } from "@/server/network";
import { answerHeaders } from "@/server/security-headers";
import { bodyLimit, hasBody, readBody, SenderGone, withBody } from "./body";
import { wasGone } from "./gone-pages";
import { handlePage } from "./not-found-page";
import { kinds, refuse, retryAfterSeconds } from "@/server/refusal";
import { wasUnavailable } from "./unavailable-pages";

export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const opensStream = /^\/api\/live(\?|$)/;
const carriesFiles = /^\/(upload|files)(\/|\?|$)/;
/** Time limit until the response of a page or an API call begins. */
const answerDeadlineMs = 30_000;
/** Time limit without progress of a file transfer. */
const idleTransferMs = 60_000;

/** Applied here instead of by Next, so that what Next writes can be read before it is compressed. */
const compress = compression();

// E-mail templates, storage and archives are not needed for the first page, so they are loaded after it.
const transfer = async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
  if (request.url?.startsWith(`${activityPath}?`) !== true) {
    return (await import("@/server/files/transfer")).fileTransfer(request, response);
  }
  await (await import("@/server/activity/send-export")).sendExport(request, response);
  return true;
};

/** The network of the caller, as rate limits count it. */
function networkOf(request: IncomingMessage, proxies: TrustedProxies): string {
  const forwarded = String(request.headers["x-forwarded-for"] ?? "");
  return limitedNetwork(callerAddress(request.socket.remoteAddress ?? "", forwarded, proxies));
}

/** Consorta has no WebSocket. Other upgrades, such as h2c, are optional and are ignored. */
const isUpgrade = ({ headers }: IncomingMessage) => headers.upgrade?.toLowerCase() === "websocket";

function isReadable(address: string): boolean {
  try {
    decodeURIComponent(address.split("?", 1)[0] ?? "");
    return true;
  } catch {
    return false;
  }
}

/** Handles file requests; true when the address is one. Ends a transfer that makes no progress for a minute. */
async function transferred(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const { socket } = request;
  const end = () => socket.destroy();
  socket.setTimeout(idleTransferMs, end);
  // After the last byte the server works on the disk, during which the connection may be silent.
  request.once("end", () => {
    if (request.method !== "GET") socket.setTimeout(0);
  });
  response.once("close", () => {
    socket.off("timeout", end);
  });
  return transfer(request, response);
}

/** Handles pages and API calls, with a limited body and a deadline for the response. */
async function rendered(
  request: IncomingMessage,
  response: ServerResponse,
  handle: Handle,
  deadlineMs: number,
): Promise<void> {
  const whole = hasBody(request) ? withBody(request, await readBody(request, bodyLimit(request.url ?? "/"))) : request;
  const late = setTimeout(() => {
    log.error({ requestId: request.headers["x-request-id"] }, "A request was not answered in time.");
    void refuse(request, response, "server.busy");
  }, deadlineMs);
  response.once("close", () => {
    clearTimeout(late);
  });
  if (proxyPage(whole, response)) return;
  compress(whole, response, () => undefined);
  await handlePage(whole, response, handle);
}

/**
 * Handles every request: files by this server, everything else by Next. Requests that arrive before the start has
 * finished wait for it.
 */
export function requestHandler(
  ready: Promise<Handle>,
  options: { proxies: TrustedProxies; dev: boolean; deadlineMs?: number },
) {
  // In development the first request of a page compiles it, which takes longer.
  const deadlineMs = options.deadlineMs ?? (options.dev ? 600_000 : answerDeadlineMs);
  return (request: IncomingMessage, response: ServerResponse) => {
    const requestId = randomUUID();
    request.headers["x-consorta-peer"] = networkOf(request, options.proxies);
    request.headers["x-request-id"] = requestId;
    onHeaders(response, () => {
      if (response.statusCode === 200 && wasGone(requestId)) response.statusCode = 410;
      if (response.statusCode !== 500 || !wasUnavailable(requestId)) return;
      response.statusCode = kinds.unavailable.status;
      response.setHeader("Retry-After", retryAfterSeconds);
    });
    ready
      .then(async (handle) => {
        for (const [name, value] of Object.entries(answerHeaders())) response.setHeader(name, value);
        const address = request.url ?? "/";
        if (isUpgrade(request) && !options.dev) response.setHeader("Connection", "close");
        if (!isReadable(address) || (isUpgrade(request) && !options.dev)) throw new DomainError("request.malformed");
        if (opensStream.test(address)) {
          await (await import("@/server/live/send-stream")).sendStream(request, response);
          return;
        }
        if (carriesFiles.test(address) && (await transferred(request, response))) return;
        await rendered(request, response, handle, deadlineMs);
      })
      .catch(async (problem: unknown) => {
        if (problem instanceof SenderGone) return;
        if (problem instanceof DomainError) {
          await refuse(request, response, problem.code);
          return;
        }
        log.error({ err: problem, requestId }, "A request failed.");
        if (!response.headersSent) response.writeHead(500, { "Content-Type": "text/plain" });
        response.end();
      });
  };
}
