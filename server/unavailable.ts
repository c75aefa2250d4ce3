import { DomainError, errorCodes } from "@/domain/errors";

/** PostgreSQL's limits on time and connections, its restarts, and the library's and the system's names for a lost one. */
const busy = new Set([
  ...["57014", "55P03", "25P03", "25P04", "40P01", "53300", "57P01", "57P02", "57P03", "08006"],
  ...["CONNECTION_CLOSED", "CONNECTION_ENDED", "CONNECTION_DESTROYED", "CONNECT_TIMEOUT"],
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT"],
]);
const diskFull = new Set(["53100", "ENOSPC", "EDQUOT"]);

/** The refusal that a failure of database or disk is for the caller: server.busy, server.disk_full; undefined for any other failure. */
export function asUnavailable(problem: unknown): DomainError | undefined {
  for (let at = problem; at instanceof Error; at = at.cause) {
    if (at instanceof DomainError && errorCodes[at.code] === "unavailable") return at;
    const code = "code" in at ? String(at.code) : "";
    if (busy.has(code)) return new DomainError("server.busy");
    if (diskFull.has(code)) return new DomainError("server.disk_full");
  }
  return undefined;
}
