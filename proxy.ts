import { type NextRequest, NextResponse } from "next/server";
import { sessionCookieName, sessionCookieOptions } from "./server/auth/cookie";
import { renewedSession } from "./server/auth/session";
import { contentSecurityPolicy } from "./server/security-headers";

const signedInAreas = ["/home", "/projects", "/account", "/organisations", "/reviews", "/operator"];

/** A nonce for the page's scripts, the way to sign in where no session cookie is, and the sliding session. No database. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  const cookie = request.cookies.get(sessionCookieName());
  if (!cookie && signedInAreas.some((area) => pathname === area || pathname.startsWith(`${area}/`))) {
    const to = request.nextUrl.clone();
    to.pathname = "/sign-in";
    to.search = `?next=${encodeURIComponent(pathname + search)}`;
    return NextResponse.redirect(to);
  }
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-consorta-path", pathname);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  const renewed = cookie ? await renewedSession(request.headers.get("cookie"), new Date()) : null;
  if (renewed) response.cookies.set(sessionCookieName(), renewed, sessionCookieOptions());
  return response;
}

export const config = {
  matcher: [{ source: "/((?!_next/static|_next/image|api/|files/|upload|icon.svg|pictures/|maps/|favicon.ico).*)" }],
};
