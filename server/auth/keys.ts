import { hkdfSync } from "node:crypto";
import { env } from "@/server/env";

/** Purpose of a key. A signature or token of one purpose is invalid for every other purpose. */
type KeyPurpose = "session" | "file-address" | "mail-stop" | "mailed-token" | "calendar-feed" | "act-link";

const derived = new Map<string, string>();

/** The key of a purpose, derived from AUTH_SECRET with HKDF-SHA256: 32 bytes as base64url. */
export function keyFor(purpose: KeyPurpose): string {
  const secret = env().AUTH_SECRET;
  const name = `${purpose} ${secret}`;
  const cached = derived.get(name);
  if (cached !== undefined) return cached;
  const key = Buffer.from(hkdfSync("sha256", secret, "consorta", purpose, 32)).toString("base64url");
  derived.set(name, key);
  return key;
}
