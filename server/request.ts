import { DomainError } from "@/domain/errors";
import { env } from "@/server/env";

/** The caller's address for rate limits, as our own server wrote it over whatever the request claimed. */
export function clientIp(headers: Headers): string {
  return headers.get("x-consorta-peer") ?? "unknown";
}

/**
 * Refuses a write that another site sent with this person's cookie. Browsers say where a request comes from; what says
 * nothing is no browser and carries no cookie by accident.
 */
export function requireSameOrigin(request: Request): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  const foreignSite = site !== null && site !== "same-origin" && site !== "none";
  const host = request.headers.get("host");
  const sameHost = (address: string) => URL.canParse(address) && new URL(address).host === host;
  const foreignOrigin = origin !== null && origin !== env().APP_URL && !sameHost(origin);
  if (foreignSite || foreignOrigin) throw new DomainError("origin.foreign");
}
