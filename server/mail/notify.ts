import { eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { activity } from "@/db/schema";
import { type ActivityEvent, events, messageKey, pageOf, quoteOf } from "@/domain/events/events";
import { outputCode } from "@/domain/outputs";
import { currentOrganisation, currentPerson } from "@/server/events/aliases";
import { storedEvent } from "@/server/events/stored-event";
import type { Asked } from "./offer-links";
import { withinLimit } from "@/server/rate-limit";
import { enqueue } from "@/server/jobs/enqueue";
import { addNotifications, type Told } from "@/server/notifications/commands/add-notifications";

type Row = {
  id: bigint;
  at: Date;
  type: string;
  data: unknown;
  personId: string | null;
  projectId: string | null;
  outputId: string | null;
  organisationId: string | null;
};

type About = { slug: string; acronym: string; organisation: string };

function valuesOf(event: ActivityEvent, about: About): Record<string, string | number> {
  const data: Record<string, unknown> = event.data;
  const word = (key: string) => (typeof data[key] === "string" ? data[key] : "");
  const number = (key: string) => (typeof data[key] === "number" ? data[key] : 0);
  return {
    project: about.acronym,
    organisation: about.organisation,
    name: word("name"),
    about: word("file") || word("title"),
    output: typeof data["number"] === "number" ? `${outputCode(data["number"])} ${word("title")}` : "",
    title: word("title"),
    submission: number("submission"),
    tasks: number("tasks"),
    reviews: number("reviews"),
    verdict: word("verdict"),
    dueOn: word("dueOn"),
    until: word("until"),
    accepted: data["accepted"] === true ? "yes" : "no",
  };
}

/**
 * Tells the audience of an event: adds their notifications and enqueues their e-mails, for each person at most once, and
 * only while that person has the right to see it. An event that cannot be parsed is logged and sends nothing.
 */
export async function notify(db: Db, now: Date, activityId: string): Promise<void> {
  const [row] = await db
    .select({
      id: activity.id,
      at: activity.at,
      type: activity.type,
      data: activity.data,
      personId: sql<string | null>`${currentPerson(activity.personId)}`,
      projectId: activity.projectId,
      outputId: activity.outputId,
      organisationId: activity.organisationId,
    })
    .from(activity)
    .where(eq(activity.id, BigInt(activityId)));
  if (!row) return;
  const event = storedEvent(row);
  if (!event) return;
  const told = await addNotifications(db, now, row, event);
  if (told.length === 0 || !events[event.type].channels.includes("email")) return;
  const [about] = await db.execute<About>(sql`select coalesce(pr.slug, '') as slug, coalesce(pr.acronym, '') as acronym,
      coalesce(o.short_name, '') as organisation
    from activity a left join projects pr on pr.id = a.project_id
    left join organisations o on o.id = ${currentOrganisation(sql`a.project_id`, sql`a.organisation_id`)}
    where a.id = ${row.id}`);
  if (!about) return;
  for (const person of told) await mailPerson(db, row, event, about, person);
}

type Requested = { note: string; dueOn: string | null; files: string[] };

/** What a request for a review asks: its message, its files, and when the review is needed; null for other events. */
async function requested(db: Db, event: ActivityEvent): Promise<Requested | null> {
  if (event.type !== "review.requested" && event.type !== "review.stand_in_named") return null;
  const [found] = await db.execute<Requested>(sql`select s.note, r.due_on::text as "dueOn",
      coalesce((select json_agg(v.name order by v.name) from submission_versions sv
        join file_versions v on v.id = sv.version_id where sv.submission_id = s.id), '[]') as files
    from reviews r join submissions s on s.id = r.submission_id where r.id = ${event.data.reviewId}`);
  return found ?? null;
}

/** What an event asks of the people who are told; null for events that links of an e-mail cannot answer. */
function askedBy(event: ActivityEvent): Asked | null {
  if (event.type === "review.requested" || event.type === "review.stand_in_named") {
    return { type: "review", id: event.data.reviewId };
  }
  if (event.type === "task.added" || event.type === "task.handed_over") return { type: "task", id: event.data.taskId };
  return null;
}

async function mailPerson(
  db: Db,
  row: Row,
  event: ActivityEvent,
  about: About,
  { personId, locale, subject }: Told,
): Promise<void> {
  const [to] = await db.execute<{ address: string }>(sql`select address from addresses
    where person_id = ${personId} and is_primary and confirmed_at is not null`);
  if (!to) return;
  // People over their daily limit of e-mails see it in their notifications only.
  if (!(await withinLimit("mailFromOthers", to.address))) return;
  const request = await requested(db, event);
  const asked = askedBy(event);
  await enqueue(db, "send_mail", {
    dedupeKey: `activity:${row.id.toString()}:${personId}`,
    template: "news",
    address: to.address,
    personId,
    locale,
    props: {
      activityId: row.id.toString(),
      what: messageKey(event.type),
      thread: `${subject.type}.${subject.id}`,
      path: pageOf(event, { ...row, slug: about.slug }),
      // The name is looked up when the e-mail is sent: jobs wait, and the account may be closed meanwhile.
      by: row.personId,
      values: valuesOf(event, about),
      quote: request?.note ?? quoteOf(event),
      ...(asked ? { asked } : {}),
      ...(request ? { review: { files: request.files, dueOn: request.dueOn } } : {}),
    },
  });
}
