import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { DomainError } from "@/domain/errors";
import { sessionCookieName } from "./auth/cookie";
import { requireSameOrigin } from "./request";
import { contentSecurityPolicy } from "./security-headers";

const signedInAreas = /^\/(home|projects|search|account|organisations|reviews|operator)(\/|$)|^\/calendar$/;
const notAPage = /^\/(_next\/(static|image)|api|files|upload|maps|pictures)(\/|$)|^\/(icon\.svg|favicon\.ico)$/;

/** The address of the sign-in page, which leads back to this page; without parameters that the client router adds. */
function signInAddress(pathname: string, search: string): string {
  const query = new URLSearchParams(search);
  query.delete("_rsc");
  const back = query.size > 0 ? `${pathname}?${query.toString()}` : pathname;
  return `/sign-in?next=${encodeURIComponent(back)}`;
}

/**
 * Runs before Next renders a page: sets a nonce for its scripts, and redirects to sign-in when the session cookie is
 * missing. Does not use the database. True when the response was sent. Errors: origin.foreign for a POST of another site,
 * forbidden for a server action without a session.
 */
export function proxyPage(request: IncomingMessage, response: ServerResponse): boolean {
  // Next reads the nonce of its scripts from this request header, so a value sent by the client must be overwritten.
  delete request.headers["content-security-policy"];
  delete request.headers["content-security-policy-report-only"];
  const [pathname = "/", search = ""] = (request.url ?? "/").split("?", 2);
  if (notAPage.test(pathname)) return false;
  requireSameOrigin(request.method ?? "GET", (name) => request.headers[name]?.toString());
  // Next compares the origin of a server action with the host, which a proxy may have changed; it was checked here.
  if (request.headers.origin) request.headers["x-forwarded-host"] = new URL(request.headers.origin).host;
  const cookies = request.headers.cookie;
  const hasSession = cookies?.includes(`${sessionCookieName()}=`) === true;
  if (!hasSession && signedInAreas.test(pathname)) {
    // The router would follow a redirect with its POST and show the sign-in page in place of this one.
    if (request.headers["next-action"] !== undefined) throw new DomainError("forbidden");
    // 303, so that a form is not sent on to the sign-in page.
    response.writeHead(request.method === "POST" ? 303 : 307, { Location: signInAddress(pathname, search) }).end();
    return true;
  }
  const policy = contentSecurityPolicy(Buffer.from(randomUUID()).toString("base64"));
  request.headers["content-security-policy"] = policy;
  response.setHeader("Content-Security-Policy", policy);
  return false;
}
