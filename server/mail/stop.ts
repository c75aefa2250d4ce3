import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "@/server/env";

export const stopKinds = ["invitations", "reminders"] as const;
export type StopKind = (typeof stopKinds)[number];

const sign = (body: string) => createHmac("sha256", `${env().AUTH_SECRET} stop`).update(body).digest("base64url");

/** The link under a mail that stops its kind for its address; it needs no sign-in and does not expire. */
export function stopUrl(address: string, kind: StopKind): string {
  const body = Buffer.from(JSON.stringify([kind, address])).toString("base64url");
  return `${env().APP_URL}/stop/${body}.${sign(body)}`;
}

/** What a stop link is for, or null for one we did not make. */
export function findStop(token: string): { kind: StopKind; address: string } | null {
  const [body = "", signature = ""] = token.split(".");
  const expected = Buffer.from(sign(body));
  const given = Buffer.from(signature);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null;
  const [kind, address] = JSON.parse(Buffer.from(body, "base64url").toString()) as [StopKind, string];
  return { kind, address };
}
