import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { sessionCookieName } from "./auth/cookie";
import { contentSecurityPolicy } from "./security-headers";

const signedInAreas = /^\/(home|projects|account|organisations|reviews|operator)(\/|$)/;
const notAPage = /^\/(_next\/(static|image)|api|files|upload|maps|pictures)(\/|$)|^\/(icon\.svg|favicon\.ico)$/;

/** Where to sign in, and back: without what the client router adds to an address. */
function signInAddress(pathname: string, search: string): string {
  const query = new URLSearchParams(search);
  query.delete("_rsc");
  const back = query.size > 0 ? `${pathname}?${query.toString()}` : pathname;
  return `/sign-in?next=${encodeURIComponent(back)}`;
}

/**
 * What every page needs before Next renders it: a nonce for its scripts, and the way to sign in where no session cookie is.
 * Never the database. True when the request is answered.
 */
export function proxyPage(request: IncomingMessage, response: ServerResponse): boolean {
  // Next takes the nonce of its scripts from here: it must be ours and nobody else's.
  delete request.headers["content-security-policy"];
  delete request.headers["content-security-policy-report-only"];
  const [pathname = "/", search = ""] = (request.url ?? "/").split("?", 2);
  if (notAPage.test(pathname)) return false;
  const cookies = request.headers.cookie;
  const hasSession = cookies?.includes(`${sessionCookieName()}=`) === true;
  if (!hasSession && signedInAreas.test(pathname)) {
    response.writeHead(307, { Location: signInAddress(pathname, search) }).end();
    return true;
  }
  const policy = contentSecurityPolicy(Buffer.from(randomUUID()).toString("base64"));
  request.headers["content-security-policy"] = policy;
  response.setHeader("Content-Security-Policy", policy);
  return false;
}
