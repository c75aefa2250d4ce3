import { DomainError, errorCodes } from "@/domain/errors";

/**
 * Codes of PostgreSQL's limits on time and connections and of restarts, and codes of the library and the system for a
 * lost connection.
 */
const busy = new Set([
  ...["57014", "55P03", "25P03", "25P04", "40P01", "53300", "57P01", "57P02", "57P03", "08006"],
  ...["CONNECTION_CLOSED", "CONNECTION_ENDED", "CONNECTION_DESTROYED", "CONNECT_TIMEOUT"],
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT"],
]);
const diskFull = new Set(["53100", "ENOSPC", "EDQUOT"]);

/** Maps a failure of database or disk to a refusal: server.busy, server.disk_full; undefined for any other failure. */
export function asUnavailable(problem: unknown): DomainError | undefined {
  for (let at = problem; at instanceof Error; at = at.cause) {
    if (at instanceof DomainError && errorCodes[at.code] === "unavailable") return at;
    const code = "code" in at ? String(at.code) : "";
    if (busy.has(code)) return new DomainError("server.busy");
    if (diskFull.has(code)) return new DomainError("server.disk_full");
  }
  return undefined;
}
