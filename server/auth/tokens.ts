import { createHash, randomBytes } from "node:crypto";

/** A raw token of 32 random bytes for a link, and the hash that is kept. */
export function newToken(): { raw: string; hash: string } {
  const raw = randomBytes(32).toString("base64url");
  return { raw, hash: hashToken(raw) };
}

/** Hex sha256 of a raw token: tokens carry 256 random bits, so a slow hash would add nothing. */
export function hashToken(raw: string): string {
  return createHash("sha256").update(raw).digest("hex");
}
