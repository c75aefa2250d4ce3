import { createHmac, timingSafeEqual } from "node:crypto";
import { keyFor } from "@/server/auth/keys";
import { env } from "@/server/env";

export const stopKinds = ["invitations", "reminders", "news", "reports", "follows", "letters"] as const;
export type StopKind = (typeof stopKinds)[number];

const signature = (body: string, key: string) => createHmac("sha256", key).update(body).digest("base64url");

/** The key of links in e-mails of releases before 0.2. Unsubscribe links do not expire, so they must keep working. */
const earlierKey = () => `${env().AUTH_SECRET} stop`;

function isSigned(body: string, sent: string): boolean {
  return [keyFor("mail-stop"), earlierKey()].some((key) => {
    const [one, other] = [Buffer.from(signature(body, key)), Buffer.from(sent)];
    return one.length === other.length && timingSafeEqual(one, other);
  });
}

/** The unsubscribe link of a kind of e-mail and an address; it needs no sign-in and does not expire. */
export function stopUrl(address: string, kind: StopKind): string {
  const body = Buffer.from(JSON.stringify([kind, address])).toString("base64url");
  return `${env().APP_URL}/stop/${body}.${signature(body, keyFor("mail-stop"))}`;
}

/** Kind and address of an unsubscribe link, or null when its signature is invalid. */
export function findStop(token: string): { kind: StopKind; address: string } | null {
  const [body = "", sent = ""] = token.split(".");
  if (!isSigned(body, sent)) return null;
  const [kind, address] = JSON.parse(Buffer.from(body, "base64url").toString()) as [StopKind, string];
  return { kind, address };
}
