import { and, desc, inArray, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { notifications } from "@/db/schema";
import { events, pageOf } from "@/domain/events/events";
import { subjectName } from "@/domain/notifications";
import { plainSentence } from "@/messages/event-sentence";
import { eventLocaleFor, eventTranslatorFor } from "@/messages/translators";
import { feedEntry } from "@/server/activity/feed";
import { loadActor } from "@/server/auth/session";
import { findMutes } from "./find-mutes";
import { aroundOf, readRows, threadId, visibleTo } from "./list-notifications";
import { notWithdrawn } from "./not-withdrawn";

/** What a digest tells: the newest notifications, and how many there were. */
const digestProps = z.object({ ids: z.array(z.uuid()), count: z.int() });

/** What happened to one subject, each line a sentence in the reader's language; `name` is null for the project. */
export type DigestGroup = { project: string; name: string | null; path: string; lines: string[] };
export type Digest = { groups: DigestGroup[]; count: number };

type Recipient = { personId: string; locale: string; timeZone: string; props: Record<string, unknown> };

/**
 * The contents of a daily or weekly e-mail when it is sent: what is unread, not muted since, and what the person may
 * still see; null when nothing remains.
 */
export async function readDigest(db: Db, now: Date, recipient: Recipient): Promise<Digest | null> {
  const { ids, count } = digestProps.parse(recipient.props);
  const loaded = await loadActor(db, recipient.personId, now);
  if (!loaded) return null;
  const found = await db
    .select({
      activityId: notifications.activityId,
      commentId: notifications.commentId,
      why: notifications.why,
      subject: { type: notifications.subjectType, id: notifications.subjectId },
      projectId: notifications.projectId,
      threadId,
    })
    .from(notifications)
    .where(and(visibleTo(loaded.actor), inArray(notifications.id, ids), isNull(notifications.readAt), notWithdrawn))
    .orderBy(desc(notifications.at), desc(notifications.id));
  const rows = await readRows(db, found);
  const mutes = await findMutes(db, now, recipient.personId, found.flatMap(aroundOf));
  const t = await eventTranslatorFor(recipient);
  const groups = new Map<string, DigestGroup>();
  let told = 0;
  for (const one of found) {
    const { activityId, commentId, why, subject } = one;
    const muted = aroundOf(one).some((id) => mutes.has(id));
    const row = rows.get(activityId?.toString() ?? commentId ?? "");
    const entry = row && feedEntry(loaded.actor, row);
    if (!row || !entry?.event) continue;
    const { event, slug, acronym, person, organisation, about } = entry;
    if (muted && !events[event.type].asks && why !== "mentioned") continue;
    const by = person ?? t("people.former", { organisation: organisation?.shortName ?? "" });
    const sentence = plainSentence(event, about, t, eventLocaleFor(recipient.locale));
    const key = `${subject.type} ${subject.id}`;
    const group = groups.get(key) ?? {
      project: acronym ?? "",
      name: subjectName(event, subject),
      path: pageOf(event, { ...row, slug: slug ?? "" }),
      lines: [],
    };
    group.lines.push(row.personId === null ? sentence : `${by} ${sentence}`);
    groups.set(key, group);
    told += 1;
  }
  // The notifications beyond the newest are counted as they were.
  return told === 0 ? null : { groups: [...groups.values()], count: told + count - ids.length };
}
