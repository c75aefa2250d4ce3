import Bowser from "bowser";
import { claimsFromCookieHeader } from "./session";
import type { Device } from "./session-rows";

const cut = (name: string | undefined) => (name ?? "").slice(0, 40);

/**
 * Browser and system of a request, such as Firefox on Windows, and the session the browser had before. Location and
 * versions are not stored.
 */
export async function deviceOf(headers: Headers): Promise<Device> {
  const userAgent = (headers.get("user-agent") ?? "").slice(0, 500);
  const read = userAgent === "" ? null : Bowser.parse(userAgent);
  const claims = await claimsFromCookieHeader(headers.get("cookie"));
  return { browser: cut(read?.browser.name), system: cut(read?.os.name), replaces: claims?.sessionId ?? null };
}
