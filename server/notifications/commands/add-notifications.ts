import { and, gt, inArray, isNull, or } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import { notificationMutes, notifications } from "@/db/schema";
import { participationIn } from "@/domain/actor";
import { type Audience, audiences } from "@/domain/events/event";
import { type ActivityEvent, audienceOf, events } from "@/domain/events/events";
import { type NotificationSubject, subjectOf } from "@/domain/notifications";
import { loadActor } from "@/server/auth/session";
import { findAudience } from "../queries/find-audience";

type Row = {
  id: bigint;
  at: Date;
  personId: string | null;
  projectId: string | null;
  outputId: string | null;
  organisationId: string | null;
};

/** A person who is told of an event. */
export type Told = { personId: string; locale: string; subject: NotificationSubject };

type Recipient = Told & { why: Audience };

/** The most personal reason of each person in the audience, without the person who caused the event. */
async function findReasons(db: Db, row: Row, event: ActivityEvent): Promise<Map<string, Audience>> {
  const asked = audienceOf(event.type);
  const reasons = new Map<string, Audience>();
  for (const audience of audiences.filter((one) => asked.includes(one))) {
    for (const personId of await findAudience(db, row, event, audience)) {
      if (personId !== row.personId && !reasons.has(personId)) reasons.set(personId, audience);
    }
  }
  return reasons;
}

/** Those who may see the event now. */
async function findRecipients(db: Db, now: Date, row: Row, event: ActivityEvent): Promise<Recipient[]> {
  const recipients: Recipient[] = [];
  for (const [personId, why] of await findReasons(db, row, event)) {
    const loaded = await loadActor(db, personId, now);
    if (!loaded || (row.projectId !== null && participationIn(loaded.actor, row.projectId) === null)) continue;
    recipients.push({ personId, why, locale: loaded.actor.locale, subject: subjectOf(event, row, personId) });
  }
  return recipients;
}

/** Those who did not mute the subject of the event or its project. */
async function withoutMutes(db: Db, now: Date, row: Row, recipients: Recipient[]): Promise<Recipient[]> {
  const mutes = await db
    .select()
    .from(notificationMutes)
    .where(
      and(
        inArray(
          notificationMutes.personId,
          recipients.map(({ personId }) => personId),
        ),
        or(isNull(notificationMutes.until), gt(notificationMutes.until, now)),
      ),
    );
  return recipients.filter(
    ({ personId, subject }) =>
      !mutes.some(
        (mute) => mute.personId === personId && (mute.subjectId === subject.id || mute.subjectId === row.projectId),
      ),
  );
}

/** Adds the notifications of an event, one for each person, and returns whom it tells; a repeated call adds none. */
export async function addNotifications(db: Db, now: Date, row: Row, event: ActivityEvent): Promise<Told[]> {
  const { channels, asks } = events[event.type];
  const all = await findRecipients(db, now, row, event);
  const told = asks || all.length === 0 ? all : await withoutMutes(db, now, row, all);
  if (told.length > 0 && channels.includes("bell")) {
    await db
      .insert(notifications)
      .values(
        told.map(({ personId, why, subject }) => ({
          id: uuid(),
          personId,
          activityId: row.id,
          projectId: row.projectId,
          why,
          subjectType: subject.type,
          subjectId: subject.id,
          at: row.at,
        })),
      )
      .onConflictDoNothing();
  }
  return told;
}
