import { createHash, createHmac, randomBytes } from "node:crypto";
import { keyFor } from "./keys";

type Token = { raw: string; hash: string };

/** A random token that is returned in a response; only its hash is stored. */
export function newToken(): Token {
  const raw = randomBytes(32).toString("base64url");
  return { raw, hash: hashToken(raw) };
}

/**
 * The token of an e-mailed link, derived from the id of its row. The job that sends the e-mail stores only the id, and
 * every retry sends the same link.
 */
export function mailedToken(id: string): Token {
  const raw = createHmac("sha256", keyFor("mailed-token")).update(id).digest("base64url");
  return { raw, hash: hashToken(raw) };
}

/** The secret of a calendar address, derived from the id of its row, so that its owner can read the address again. */
export function calendarToken(id: string): Token {
  const raw = createHmac("sha256", keyFor("calendar-feed")).update(id).digest("base64url");
  return { raw, hash: hashToken(raw) };
}

/** The token of a link that does one thing without a sign-in, derived from the id of its row like an e-mailed token. */
export function actLinkToken(id: string): Token {
  const raw = createHmac("sha256", keyFor("act-link")).update(id).digest("base64url");
  return { raw, hash: hashToken(raw) };
}

/** Hex SHA-256 of a raw token: tokens carry 256 bits of entropy, so a slow hash would add nothing. */
export function hashToken(raw: string): string {
  return createHash("sha256").update(raw).digest("hex");
}
