import { sessionDays } from "@/domain/people";
import { env } from "@/server/env";

/**
 * Cookies ignore ports: without TLS two instances on one machine would overwrite each other's session cookie, so its
 * name contains the port.
 */
export function sessionCookieName(): string {
  const address = new URL(env().APP_URL);
  return address.protocol === "https:" ? "__Host-consorta-session" : `consorta-session-${address.port || "80"}`;
}

/** Attributes of the session cookie; Secure behind TLS. */
export function sessionCookieOptions() {
  return {
    httpOnly: true,
    sameSite: "lax" as const,
    path: "/",
    secure: env().APP_URL.startsWith("https:"),
    // The session row decides when the session expires; the cookie only has to last as long as a session can.
    maxAge: sessionDays.absolute * 24 * 60 * 60,
  };
}
