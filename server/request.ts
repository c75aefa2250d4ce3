import { DomainError } from "@/domain/errors";
import { env } from "@/server/env";

/** The caller's address for rate limits, as our own server wrote it over whatever the request claimed. */
export function clientIp(headers: Headers): string {
  return headers.get("x-consorta-peer") ?? "unknown";
}

/**
 * Refuses a write that another site sent with this person's cookie: calls, sign-ins and uploads alike. Browsers say
 * where a request comes from; what says nothing is no browser and carries no cookie by accident. Errors: origin.foreign.
 */
export function requireSameOrigin(method: string, header: (name: string) => string | null | undefined): void {
  if (method === "GET" || method === "HEAD") return;
  const site = header("sec-fetch-site") ?? "none";
  const origin = header("origin") ?? env().APP_URL;
  const isOwn =
    origin === env().APP_URL || (URL.canParse(origin) && new URL(origin).host === (header("host") ?? undefined));
  if (!["same-origin", "none"].includes(site) || !isOwn) throw new DomainError("origin.foreign");
}
