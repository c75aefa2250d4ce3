import { and, eq, gt, inArray, isNull, or } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import { commentMentions, comments, notificationMutes, notifications } from "@/db/schema";
import { participationIn } from "@/domain/actor";
import { audiences } from "@/domain/events/event";
import { type ActivityEvent, audienceOf, events } from "@/domain/events/events";
import { mailKindOf, type NotificationSubject, type Reason, subjectOf } from "@/domain/notifications";
import { loadActor } from "@/server/auth/session";
import { signal } from "@/server/signal";
import { findStandIns } from "@/server/absences";
import { findAudience } from "../queries/find-audience";
import { findMailTimes } from "../queries/find-mail-times";

type Row = {
  id: bigint;
  at: Date;
  personId: string | null;
  projectId: string | null;
  outputId: string | null;
  organisationId: string | null;
};

/** A person who gets an e-mail about an event at once. */
export type Told = { personId: string; locale: string; subject: NotificationSubject };

type Recipient = Told & { why: Reason };

/**
 * The most personal reason of each person in the audience, without the person who caused the event. What is asked of
 * people who are away is also asked of their stand-ins, but not of those who stand in for these.
 */
async function findReasons(db: Db, now: Date, row: Row, event: ActivityEvent): Promise<Map<string, Reason>> {
  const asked = audienceOf(event.type);
  const reasons = new Map<string, Reason>();
  for (const audience of audiences.filter((one) => asked.includes(one))) {
    for (const personId of await findAudience(db, row, event, audience)) {
      if (personId !== row.personId && !reasons.has(personId)) reasons.set(personId, audience);
    }
  }
  if (!events[event.type].asks || row.projectId === null) return reasons;
  for (const personId of await findStandIns(db, now, row.projectId, [...reasons.keys()])) {
    if (personId !== row.personId && !reasons.has(personId)) reasons.set(personId, "stand_in");
  }
  return reasons;
}

type Comment = { id: string; threadId: string; removed: boolean; mentioned: string[] };

/** The comment that an event is about; null for other events and those of earlier releases. */
async function findComment(db: Db, { data }: ActivityEvent): Promise<Comment | null> {
  if (!("commentId" in data) || data.commentId === undefined) return null;
  const [found] = await db
    .select({ id: comments.id, threadId: comments.threadId, removedAt: comments.removedAt })
    .from(comments)
    .where(eq(comments.id, data.commentId));
  if (!found) return null;
  const { id, threadId, removedAt } = found;
  const mentions = await db
    .select({ personId: commentMentions.personId })
    .from(commentMentions)
    .where(eq(commentMentions.commentId, id));
  return { id, threadId, removed: removedAt !== null, mentioned: mentions.map(({ personId }) => personId) };
}

/** Those who may see the event now; without those who are told that the comment mentions them. */
async function findRecipients(
  db: Db,
  now: Date,
  row: Row,
  event: ActivityEvent,
  comment: Comment | null,
): Promise<Recipient[]> {
  const recipients: Recipient[] = [];
  for (const [personId, why] of await findReasons(db, now, row, event)) {
    if (comment?.mentioned.includes(personId)) continue;
    const loaded = await loadActor(db, personId, now);
    if (!loaded || (row.projectId !== null && participationIn(loaded.actor, row.projectId) === null)) continue;
    recipients.push({ personId, why, locale: loaded.actor.locale, subject: subjectOf(event, row, personId) });
  }
  return recipients;
}

/** Those who did not mute the subject of the event, its project or its thread of comments. */
async function withoutMutes(
  db: Db,
  now: Date,
  recipients: Recipient[],
  around: readonly (string | null | undefined)[],
): Promise<Recipient[]> {
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
        (mute) => mute.personId === personId && (mute.subjectId === subject.id || around.includes(mute.subjectId)),
      ),
  );
}

/**
 * Adds the notifications of an event, one for each person, and returns those who want an e-mail about it at once; a
 * repeated call adds none.
 */
export async function addNotifications(db: Db, now: Date, row: Row, event: ActivityEvent): Promise<Told[]> {
  const { asks } = events[event.type];
  const comment = await findComment(db, event);
  if (comment?.removed) return [];
  const all = await findRecipients(db, now, row, event, comment);
  const told = asks || all.length === 0 ? all : await withoutMutes(db, now, all, [row.projectId, comment?.threadId]);
  if (told.length === 0) return [];
  const timed = await findMailTimes(
    db,
    now,
    told.map((one) => ({ ...one, kind: mailKindOf(event, one.why) })),
  );
  await db
    .insert(notifications)
    .values(
      timed.map(({ personId, why, subject, kind, time }) => ({
        id: uuid(),
        personId,
        activityId: row.id,
        commentId: comment?.id ?? null,
        projectId: row.projectId,
        why,
        subjectType: subject.type,
        subjectId: subject.id,
        at: row.at,
        digest: time === "later" ? kind : null,
      })),
    )
    .onConflictDoNothing();
  await signal(
    db,
    timed.map(({ personId }) => ({ about: "person", personId })),
  );
  return timed.filter(({ time }) => time === "at_once");
}
