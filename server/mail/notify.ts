import { eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { activity } from "@/db/schema";
import { participationIn } from "@/domain/actor";
import type { Audience } from "@/domain/events/event";
import { type ActivityEvent, audienceOf, events, messageKey, pageOf, quoteOf } from "@/domain/events/events";
import { outputCode } from "@/domain/outputs";
import { currentOrganisation, currentPerson } from "@/server/events/aliases";
import { storedEvent } from "@/server/events/stored-event";
import { withinLimit } from "@/server/rate-limit";
import { loadActor } from "@/server/auth/session";
import { enqueue } from "@/server/jobs/enqueue";

type Row = {
  id: bigint;
  type: string;
  data: unknown;
  personId: string | null;
  projectId: string | null;
  outputId: string | null;
  organisationId: string | null;
};
type Person = { personId: string };

const membersOf = (db: Db, projectId: string, condition: ReturnType<typeof sql>) =>
  db.execute<Person>(sql`select distinct pp.person_id as "personId" from participation_people pp
    join participations pa on pa.id = pp.participation_id
    where pp.project_id = ${projectId} and pp.ended_at is null and ${condition} limit 100`);

/** A field of an event that its audience depends on; throws when the event lacks it. */
function idIn(event: ActivityEvent, field: string): string {
  const value: unknown = Object.entries(event.data).find(([name]) => name === field)?.[1];
  if (typeof value !== "string") throw new Error(`${event.type} has no ${field}`);
  return value;
}

/** The ids of the people in an audience of an event. Some of them may no longer have the right to see it. */
async function findAudience(db: Db, row: Row, event: ActivityEvent, audience: Audience): Promise<string[]> {
  const ids = (rows: Iterable<Person>) => [...rows].map((person) => person.personId);
  switch (audience) {
    case "organisation_admins":
      return ids(
        await db.execute<Person>(sql`select person_id as "personId" from organisation_people
          where organisation_id = ${idIn(event, "organisationId")} and role = 'admin' limit 50`),
      );
    case "applicant":
    case "subject":
      return ids(
        await db.execute<Person>(sql`select ${currentPerson(sql`${idIn(event, "personId")}::uuid`)} as "personId"`),
      );
    case "inviter":
      return ids(
        await db.execute<Person>(
          sql`select invited_by as "personId" from invitations where id = ${idIn(event, "invitationId")}`,
        ),
      );
    case "coordinators":
      return row.projectId
        ? ids(await membersOf(db, row.projectId, sql`pa.kind = 'coordinator' and pp.role = 'manager'`))
        : [];
    case "output_team":
      return row.projectId && row.outputId
        ? ids(
            await membersOf(
              db,
              row.projectId,
              sql`pp.role <> 'viewer' and pa.organisation_id in (
                select o.lead_organisation_id from outputs o where o.id = ${row.outputId}
                union all
                select c.organisation_id from output_contributors c where c.output_id = ${row.outputId})`,
            ),
          )
        : [];
    case "output_leaders":
      return row.projectId && row.outputId
        ? ids(
            await membersOf(
              db,
              row.projectId,
              sql`pp.role = 'manager' and pa.organisation_id = (
                select o.lead_organisation_id from outputs o where o.id = ${row.outputId})`,
            ),
          )
        : [];
    case "reviewer":
      return ids(
        await db.execute<Person>(
          sql`select reviewer_id as "personId" from reviews where id = ${idIn(event, "reviewId")}`,
        ),
      );
    case "reviewers":
      return ids(
        await db.execute<Person>(
          sql`select reviewer_id as "personId" from reviews where submission_id = ${idIn(event, "submissionId")}`,
        ),
      );
    case "task_assignee":
      return ids(
        await db.execute<Person>(sql`select coalesce(t.assignee_id, pp.person_id) as "personId" from tasks t
          left join participations pa on pa.project_id = t.project_id and pa.organisation_id = t.organisation_id
          left join participation_people pp on pp.participation_id = pa.id and pp.ended_at is null
            and pp.role = 'manager' and t.assignee_id is null
          where t.id = ${idIn(event, "taskId")} and coalesce(t.assignee_id, pp.person_id) is not null limit 50`),
      );
    case "task_asker":
      return ids(
        await db.execute<Person>(sql`select asked_by as "personId" from tasks where id = ${idIn(event, "taskId")}`),
      );
    case "practice_author":
      return ids(
        await db.execute<Person>(
          sql`select author_id as "personId" from practices where id = ${idIn(event, "practiceId")}`,
        ),
      );
  }
}

type About = { slug: string; acronym: string; organisation: string };

function valuesOf(event: ActivityEvent, about: About): Record<string, string | number> {
  const data: Record<string, unknown> = event.data;
  const word = (key: string) => (typeof data[key] === "string" ? data[key] : "");
  return {
    project: about.acronym,
    organisation: about.organisation,
    name: word("name"),
    output: typeof data["number"] === "number" ? `${outputCode(data["number"])} ${word("title")}` : "",
    title: word("title"),
    submission: typeof data["submission"] === "number" ? data["submission"] : 0,
    verdict: word("verdict"),
    accepted: data["accepted"] === true ? "yes" : "no",
  };
}

/**
 * Enqueues the e-mails about an event: one job per person of its audience, at most once, and only while that person has
 * the right to see it. An event that cannot be parsed is logged and sends nothing.
 */
export async function notify(db: Db, now: Date, activityId: string): Promise<void> {
  const [row] = await db
    .select({
      id: activity.id,
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
  if (!event || !events[event.type].channels.includes("email")) return;
  const [about] = await db.execute<About>(sql`select coalesce(pr.slug, '') as slug, coalesce(pr.acronym, '') as acronym,
      coalesce(o.short_name, '') as organisation
    from activity a left join projects pr on pr.id = a.project_id
    left join organisations o on o.id = ${currentOrganisation(sql`a.project_id`, sql`a.organisation_id`)}
    where a.id = ${row.id}`);
  if (!about) return;
  const found = await Promise.all(audienceOf(event.type).map((audience) => findAudience(db, row, event, audience)));
  const recipients = new Set(found.flat().filter((personId) => personId !== row.personId));
  for (const personId of recipients) {
    await notifyPerson(db, now, row, event, about, personId);
  }
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

async function notifyPerson(
  db: Db,
  now: Date,
  row: Row,
  event: ActivityEvent,
  about: About,
  personId: string,
): Promise<void> {
  const loaded = await loadActor(db, personId, now);
  if (!loaded || (row.projectId !== null && participationIn(loaded.actor, row.projectId) === null)) return;
  const [to] = await db.execute<{ address: string }>(sql`select address from addresses
    where person_id = ${personId} and is_primary and confirmed_at is not null`);
  if (!to) return;
  // People over their daily limit of e-mails see the event on the home page only.
  if (!(await withinLimit("mailFromOthers", to.address))) return;
  const request = await requested(db, event);
  await enqueue(db, "send_mail", {
    dedupeKey: `activity:${row.id.toString()}:${personId}`,
    template: "news",
    address: to.address,
    personId,
    locale: loaded.actor.locale,
    props: {
      what: messageKey(event.type),
      path: pageOf(event, { ...row, slug: about.slug }),
      // The name is looked up when the e-mail is sent: jobs wait, and the account may be closed meanwhile.
      by: row.personId,
      values: valuesOf(event, about),
      quote: request?.note ?? quoteOf(event),
      ...(request ? { review: { files: request.files, dueOn: request.dueOn } } : {}),
    },
  });
}
