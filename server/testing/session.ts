import type { Db } from "@/db/client";
import { sessionCookieName } from "@/server/auth/cookie";
import { mintSession } from "@/server/auth/session";
import { type Device, startSession } from "@/server/auth/session-rows";
import { noon } from "./factories";

/** A browser without a known device. */
export const noDevice: Device = { browser: "", system: "", replaces: null };

/** Device and network of test sign-ins, at the current time of the tests. */
export const fromHere = { ip: "192.0.2.1", device: noDevice, now: noon };

/** The Cookie header of a session. */
export const cookieOf = async (personId: string, sessionId: string) =>
  `${sessionCookieName()}=${await mintSession({ personId, sessionId })}`;

/** Signs a person in and returns the Cookie header of the new session. */
export async function aSession(db: Db, personId: string, now = new Date()): Promise<string> {
  const { sessionId } = await startSession(db, now, personId, noDevice);
  return cookieOf(personId, sessionId);
}
