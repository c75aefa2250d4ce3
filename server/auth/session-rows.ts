import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import { prepared } from "@/db/prepared";
import { actLinks, people, sessions } from "@/db/schema";
import { signal } from "@/server/signal";

/** The browser that signs in, and its previous session if it had one. */
export type Device = { browser: string; system: string; replaces: string | null };

/** A successful sign-in: the person and the new session. */
export type SignedIn = { id: string; sessionId: string };

/** Ends one session of the person. False when it has already ended or belongs to someone else. */
export async function endSession(tx: Db, now: Date, personId: string, sessionId: string): Promise<boolean> {
  const ended = await tx
    .update(sessions)
    .set({ endedAt: now })
    .where(and(eq(sessions.id, sessionId), eq(sessions.personId, personId), isNull(sessions.endedAt)))
    .returning({ id: sessions.id });
  if (ended.length > 0) await signal(tx, [{ about: "sessions", personId }]);
  return ended.length > 0;
}

const startedAt = sql`${sql.placeholder("now")}::timestamptz`;

// One statement, so that a sign-in needs no transaction of its own.
const startStatement = prepared((db) =>
  db
    .with(
      db.$with("replaced").as(
        db
          .update(sessions)
          .set({ endedAt: startedAt })
          .where(and(sql`${sessions.id} = ${sql.placeholder("replaces")}::uuid`, isNull(sessions.endedAt)))
          .returning({ id: sessions.id }),
      ),
    )
    .insert(sessions)
    .values({
      id: sql`${sql.placeholder("sessionId")}::uuid`,
      personId: sql`${sql.placeholder("personId")}::uuid`,
      browser: sql.placeholder("browser"),
      system: sql.placeholder("system"),
      verifiedAt: startedAt,
      lastSeenAt: startedAt,
      createdAt: startedAt,
    })
    .prepare("start_session"),
);

/**
 * Starts a session in which the person's identity counts as just verified. Ends the previous session of the browser,
 * because signing in again would leave it open.
 */
export async function startSession(tx: Db, now: Date, personId: string, device: Device): Promise<SignedIn> {
  const sessionId = uuid();
  await startStatement(tx).execute({ ...device, sessionId, personId, now: now.toISOString() });
  return { id: personId, sessionId };
}

/**
 * Ends every session of the person, or all but one, including cookies of earlier releases, and the links of e-mails with
 * which they act without a session.
 */
export async function endSessions(tx: Db, now: Date, personId: string, except?: string): Promise<void> {
  await tx.delete(actLinks).where(eq(actLinks.personId, personId));
  await tx
    .update(sessions)
    .set({ endedAt: now })
    .where(
      and(
        eq(sessions.personId, personId),
        isNull(sessions.endedAt),
        except === undefined ? undefined : ne(sessions.id, except),
      ),
    );
  await tx
    .update(people)
    .set({ sessionVersion: sql`${people.sessionVersion} + 1` })
    .where(eq(people.id, personId));
  await signal(tx, [{ about: "sessions", personId }]);
}
