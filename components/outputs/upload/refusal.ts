import type { DetailedError } from "tus-js-client";
import { isRefusedInFront } from "./smaller-pieces";
import { isRecord } from "../../shared/is-record";

export type Refusal = { code: string; params: Record<string, unknown> };

/** The refusal of an upload whose size a server in front of this one refused. */
export const refusedInFront = "proxy_limit";

/** Refusals that do not delete the upload on the server: it can be continued, for example after signing in again. */
const keepsUpload: ReadonlySet<string> = new Set([
  "forbidden",
  "person.other",
  "rate.limited",
  refusedInFront,
  "unknown",
]);

/** True when the server has deleted the refused upload, so that it cannot be continued. */
export const endsUpload = ({ code }: Refusal): boolean => !keepsUpload.has(code);

/** The server's response to a failed request; null when the connection was lost. */
export const responseOf = (error: Error | DetailedError) =>
  "originalResponse" in error ? error.originalResponse : null;

/** Why the server refused a request for good; null when the client should try again. */
export function refusalOf(error: Error | DetailedError): Refusal | null {
  const response = responseOf(error);
  const status = response?.getStatus() ?? 0;
  if (!response || status < 400 || status >= 500 || status === 409 || status === 423) return null;
  if (isRefusedInFront(error)) return { code: refusedInFront, params: {} };
  const body = response.getBody();
  const payload: unknown = body.startsWith("{") ? JSON.parse(body) : null;
  if (isRecord(payload) && typeof payload.problem === "string") {
    return { code: payload.problem, params: isRecord(payload.params) ? payload.params : {} };
  }
  return { code: status === 403 ? "forbidden" : status === 404 ? "file.not_found" : "unknown", params: {} };
}
