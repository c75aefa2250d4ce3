import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import onHeaders from "on-headers";
import { DomainError } from "@/domain/errors";
import { proxyPage } from "@/server/page-proxy";
import { log } from "@/server/log";
import { callerAddress, limitedNetwork, type TrustedProxies } from "@/server/network";
import { answerHeaders } from "@/server/security-headers";
import { bodyLimit, hasBody, readBody, SenderGone, withBody } from "./body";
import { kinds, refuse, retryAfterSeconds } from "@/server/refusal";
import { wasUnavailable } from "./unavailable-pages";

export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const carriesFiles = /^\/(upload|files)(\/|\?|$)/;
/** How long a page or a call may take until its answer begins. */
const answerDeadlineMs = 30_000;
/** How long a transfer of a file may stand still. */
const idleTransferMs = 60_000;

// Mail templates, storage and archives are not needed to serve the first page: they are loaded behind it.
const transfer = async (request: IncomingMessage, response: ServerResponse) =>
  (await import("@/server/files/transfer")).fileTransfer(request, response);

/** The network of the caller, which rate limits count. */
function networkOf(request: IncomingMessage, proxies: TrustedProxies): string {
  const forwarded = String(request.headers["x-forwarded-for"] ?? "");
  return limitedNetwork(callerAddress(request.socket.remoteAddress ?? "", forwarded, proxies));
}

/** Nothing here speaks WebSocket. Other upgrades, such as h2c, are offers that a server may pass over. */
const isUpgrade = ({ headers }: IncomingMessage) => headers.upgrade?.toLowerCase() === "websocket";

function isReadable(address: string): boolean {
  try {
    decodeURIComponent(address.split("?", 1)[0] ?? "");
    return true;
  } catch {
    return false;
  }
}

/** Sends files; true when the address is one of a file. A transfer that stands still for a minute is ended. */
async function transferred(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const { socket } = request;
  const end = () => socket.destroy();
  socket.setTimeout(idleTransferMs, end);
  // The last byte is followed by work on the disk, during which the line may be silent.
  request.once("end", () => {
    if (request.method !== "GET") socket.setTimeout(0);
  });
  response.once("close", () => {
    socket.off("timeout", end);
  });
  return transfer(request, response);
}

/** Pages and calls: a body of known size, and an answer that begins in time. */
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
  if (!proxyPage(whole, response)) await handle(whole, response);
}

/** Answers every request: files by this server, everything else by Next. Early callers wait for the start. */
export function answering(
  ready: Promise<Handle>,
  options: { proxies: TrustedProxies; dev: boolean; deadlineMs?: number },
) {
  // A page that is compiled when it is first opened takes its time.
  const deadlineMs = options.deadlineMs ?? (options.dev ? 600_000 : answerDeadlineMs);
  return (request: IncomingMessage, response: ServerResponse) => {
    const requestId = randomUUID();
    request.headers["x-consorta-peer"] = networkOf(request, options.proxies);
    request.headers["x-request-id"] = requestId;
    onHeaders(response, () => {
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
