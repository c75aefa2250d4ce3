import { and, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { comments } from "@/db/schema";
import { loadActor } from "@/server/auth/session";
import { enqueue } from "@/server/jobs/enqueue";
import type { Payload } from "@/server/jobs/payloads";
import { withinLimit } from "@/server/rate-limit";
import { readableComment, readerOf } from "../queries/readable-comment";

/**
 * Enqueues the e-mail to a person whom a comment mentions, while they can read it. It does not hold the text, which the
 * author can remove.
 */
export async function mailMention(db: Db, now: Date, job: Payload<"mail_mention">): Promise<void> {
  const loaded = await loadActor(db, job.personId, now);
  if (!loaded) return;
  const [comment] = await db
    .select({ by: comments.personId })
    .from(comments)
    .where(and(eq(comments.id, job.commentId), isNull(comments.removedAt), readableComment(readerOf(loaded.actor))));
  if (!comment) return;
  const [to] = await db.execute<{ address: string }>(sql`select address from addresses
    where person_id = ${job.personId} and is_primary and confirmed_at is not null`);
  if (!to || !(await withinLimit("mailFromOthers", to.address))) return;
  await enqueue(db, "send_mail", {
    dedupeKey: `mention:${job.commentId}:${job.personId}`,
    template: "mention",
    address: to.address,
    personId: job.personId,
    locale: loaded.actor.locale,
    props: { by: comment.by, path: job.path, name: job.name, project: job.project },
  });
}
