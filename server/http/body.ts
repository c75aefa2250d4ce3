import { IncomingMessage } from "node:http";
import { DomainError } from "@/domain/errors";

const deadlineMs = 10_000;
/** How long the rest of a refused body is drained, so that the client receives the response and not a reset. */
const drainMs = 5_000;
/** Memory limit of all bodies that are being received. */
const heldAtMost = 64 * 1024 ** 2;
let held = 0;

/** The client has disconnected, so no response is sent. */
export class SenderGone extends Error {}

/** Maximum bytes of a body, by address. */
export const bodyLimit = (address: string): number => (address.startsWith("/api/auth") ? 16_000 : 1_000_000);

export const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;

/**
 * Reads a whole body and counts its bytes as they arrive, independent of Content-Length. Errors: request.too_large over
 * `limit` bytes, request.too_slow after ten seconds, server.busy when other bodies use all the memory for bodies.
 */
export function readBody(request: IncomingMessage, limit: number, within = deadlineMs): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const finish = (outcome: () => void) => {
      clearTimeout(timer);
      held -= bytes;
      bytes = 0;
      request.off("data", take).off("end", done).off("close", gone).off("error", gone);
      outcome();
    };
    const give = (problem: Error) => {
      finish(() => {
        drain(request);
        reject(problem);
      });
    };
    const take = (chunk: Buffer) => {
      bytes += chunk.length;
      held += chunk.length;
      chunks.push(chunk);
      if (bytes > limit) give(new DomainError("request.too_large"));
      else if (held > heldAtMost) give(new DomainError("server.busy"));
    };
    const done = () => {
      finish(() => {
        resolve(Buffer.concat(chunks));
      });
    };
    const gone = () => {
      finish(() => {
        reject(new SenderGone());
      });
    };
    const timer = setTimeout(() => {
      give(new DomainError("request.too_slow"));
    }, within);
    if (Number(request.headers["content-length"] ?? 0) > limit) give(new DomainError("request.too_large"));
    else request.on("data", take).once("end", done).once("close", gone).once("error", gone);
  });
}

function drain(request: IncomingMessage): void {
  const impatient = setTimeout(() => request.destroy(), drainMs);
  request
    .on("error", () => undefined)
    .once("close", () => {
      clearTimeout(impatient);
    });
  request.once("end", () => {
    clearTimeout(impatient);
  });
  request.resume();
}

/** A copy of the request whose body has been read, for a handler that reads it as a stream. */
export function withBody(request: IncomingMessage, body: Buffer): IncomingMessage {
  const whole = new IncomingMessage(request.socket);
  const { "transfer-encoding": _chunked, ...headers } = request.headers;
  const { method, url, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = request;
  Object.assign(whole, { method, url, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor, complete: true });
  whole.headers = { ...headers, "content-length": String(body.length) };
  whole.push(body);
  whole.push(null);
  return whole;
}
