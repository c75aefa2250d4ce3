import { and, eq, isNull, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import { comments, notifications } from "@/db/schema";
import { subjectOf } from "@/domain/notifications";
import { loadActor } from "@/server/auth/session";
import { readableComment, readerOf } from "@/server/comments/queries/readable-comment";
import { storedEvent } from "@/server/events/stored-event";
import { enqueue } from "@/server/jobs/enqueue";
import type { Payload } from "@/server/jobs/payloads";
import { withinLimit } from "@/server/rate-limit";
import { signal } from "@/server/signal";
import { findMailTimes } from "../queries/find-mail-times";
import { readMentions } from "../queries/read-mentions";

/**
 * Tells a person that a comment mentions them, while they can read it: adds the notification, although they muted its
 * subject, and enqueues the e-mail. Neither holds the text, which the author can remove.
 */
export async function tellMention(db: Db, now: Date, job: Payload<"mail_mention">): Promise<void> {
  const loaded = await loadActor(db, job.personId, now);
  if (!loaded) return;
  const [comment] = await db
    .select({ by: comments.personId, projectId: comments.projectId, at: comments.createdAt })
    .from(comments)
    .where(and(eq(comments.id, job.commentId), isNull(comments.removedAt), readableComment(readerOf(loaded.actor))));
  if (!comment) return;
  const [row] = await readMentions(db, [job.commentId]);
  const event = row && storedEvent(row);
  const [timed] = await findMailTimes(db, now, [{ personId: job.personId, kind: "asked" as const }]);
  const subject = event ? subjectOf(event, { ...row, projectId: comment.projectId }, job.personId) : null;
  if (subject) {
    await db
      .insert(notifications)
      .values({
        id: uuid(),
        personId: job.personId,
        commentId: job.commentId,
        projectId: comment.projectId,
        why: "mentioned",
        subjectType: subject.type,
        subjectId: subject.id,
        at: comment.at,
        digest: timed?.time === "later" ? "asked" : null,
      })
      .onConflictDoNothing();
    await signal(db, [{ about: "person", personId: job.personId }]);
  }
  if (timed?.time !== "at_once") return;
  const [to] = await db.execute<{ address: string }>(sql`select address from addresses
    where person_id = ${job.personId} and is_primary and confirmed_at is not null`);
  if (!to || !(await withinLimit("mailFromOthers", to.address))) return;
  await enqueue(db, "send_mail", {
    dedupeKey: `mention:${job.commentId}:${job.personId}`,
    template: "mention",
    address: to.address,
    personId: job.personId,
    locale: loaded.actor.locale,
    props: {
      commentId: job.commentId,
      ...(subject ? { thread: `${subject.type}.${subject.id}` } : {}),
      by: comment.by,
      path: job.path,
      name: job.name,
      project: job.project,
    },
  });
}
