import type { IncomingMessage, ServerResponse } from "node:http";
import { errorCodes, type ErrorCode, type ErrorKind } from "@/domain/errors";
import problems from "@/messages/en/problems.json";

/** HTTP status and tRPC code of each kind of refusal. */
export const kinds = {
  bad_request: { status: 400, trpc: "BAD_REQUEST" },
  conflict: { status: 409, trpc: "CONFLICT" },
  forbidden: { status: 403, trpc: "FORBIDDEN" },
  not_found: { status: 404, trpc: "NOT_FOUND" },
  timeout: { status: 408, trpc: "TIMEOUT" },
  too_large: { status: 413, trpc: "PAYLOAD_TOO_LARGE" },
  too_many: { status: 429, trpc: "TOO_MANY_REQUESTS" },
  unavailable: { status: 503, trpc: "SERVICE_UNAVAILABLE" },
} as const satisfies Record<ErrorKind, { status: number; trpc: string }>;

/** Seconds after which a client may retry when the server is busy. */
export const retryAfterSeconds = 30;

function sentenceOf(code: ErrorCode): string {
  const [noun = "", problem = ""] = code.split(".");
  const group: unknown = (problems as Record<string, unknown>)[noun];
  const sentence = typeof group === "object" && group !== null ? (group as Record<string, unknown>)[problem] : group;
  return typeof sentence === "string" ? sentence : problems.unknown;
}

interface Refusal {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** A refusal in the format of the address: tRPC's for the API, JSON for uploads, a sentence for everything else. */
export async function refusalFor(address: string, code: ErrorCode): Promise<Refusal> {
  const { status, trpc } = kinds[errorCodes[code]];
  const headers = {
    "Cache-Control": "no-store",
    ...(status === 503 ? { "Retry-After": String(retryAfterSeconds) } : {}),
  };
  const json = { ...headers, "Content-Type": "application/json; charset=utf-8" };
  if (address.startsWith("/api/trpc")) {
    // Imported on use: the start of the process does not need it.
    const { TRPC_ERROR_CODES_BY_KEY } = await import("@trpc/server/rpc");
    const data = { code: trpc, httpStatus: status, problem: code, fields: {}, params: {} };
    const error = { json: { message: code, code: TRPC_ERROR_CODES_BY_KEY[trpc], data } };
    return { status, headers: json, body: JSON.stringify({ error }) };
  }
  if (address.startsWith("/upload"))
    return { status, headers: json, body: JSON.stringify({ problem: code, params: {} }) };
  return { status, headers: { ...headers, "Content-Type": "text/plain; charset=utf-8" }, body: sentenceOf(code) };
}

/** Responds with a refusal; does nothing when a response has begun. */
export async function refuse(request: IncomingMessage, response: ServerResponse, code: ErrorCode): Promise<void> {
  const { status, headers, body } = await refusalFor(request.url ?? "/", code);
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, headers).end(body);
}
