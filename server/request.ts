import { DomainError } from "@/domain/errors";
import { env } from "@/server/env";

/** The caller's network for rate limits, which server/http writes over any value the client sent. */
export function clientIp(headers: Pick<Headers, "get">): string {
  return headers.get("x-consorta-peer") ?? "unknown";
}

/**
 * Refuses a write that another site sent with this person's cookie: API calls, sign-ins and uploads. Browsers send
 * Sec-Fetch-Site or Origin; a client that sends neither is no browser. Errors: origin.foreign.
 */
export function requireSameOrigin(method: string, header: (name: string) => string | null | undefined): void {
  if (method === "GET" || method === "HEAD") return;
  const site = header("sec-fetch-site") ?? "none";
  const origin = header("origin") ?? env().APP_URL;
  const isOwn =
    origin === env().APP_URL || (URL.canParse(origin) && new URL(origin).host === (header("host") ?? undefined));
  if (!["same-origin", "none"].includes(site) || !isOwn) throw new DomainError("origin.foreign");
}
