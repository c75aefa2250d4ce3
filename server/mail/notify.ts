import { eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { activity, people, projects } from "@/db/schema";
import { placeIn } from "@/domain/actor";
import type { ActivityEvent, MailedEvent } from "@/domain/events";
import { type Audience, audiences } from "@/domain/notify";
import { outputCode } from "@/domain/outputs";
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

const managersOf = (db: Db, projectId: string, condition: ReturnType<typeof sql>) =>
  db.execute<Person>(sql`select distinct pp.person_id as "personId" from participation_people pp
    join participations pa on pa.id = pp.participation_id
    where pp.project_id = ${projectId} and pp.ended_at is null and ${condition} limit 100`);

/** The people an audience means for this event; ids of people who may since have lost their rights. */
async function findAudience(db: Db, row: Row, audience: Audience): Promise<string[]> {
  const data = row.data as Record<string, unknown>;
  const ids = (rows: Iterable<Person>) => [...rows].map((person) => person.personId);
  switch (audience) {
    case "organisation_admins":
      return ids(
        await db.execute<Person>(sql`select person_id as "personId" from organisation_people
          where organisation_id = ${String(data["organisationId"])} and role = 'admin' limit 50`),
      );
    case "asker":
      return [String(data["personId"])];
    case "inviter":
      return ids(
        await db.execute<Person>(
          sql`select invited_by as "personId" from invitations where id = ${String(data["invitationId"])}`,
        ),
      );
    case "coordinators":
      return row.projectId
        ? ids(await managersOf(db, row.projectId, sql`pa.kind = 'coordinator' and pp.role = 'manager'`))
        : [];
    case "leaders":
      return row.projectId && row.outputId
        ? ids(
            await managersOf(
              db,
              row.projectId,
              sql`pp.role <> 'viewer' and pa.organisation_id = (select o.lead_organisation_id from outputs o where o.id = ${row.outputId})`,
            ),
          )
        : [];
    case "reviewer":
      return ids(
        await db.execute<Person>(
          sql`select reviewer_id as "personId" from reviews where id = ${String(data["reviewId"])}`,
        ),
      );
    case "practice_author":
      return ids(
        await db.execute<Person>(
          sql`select author_id as "personId" from practices where id = ${String(data["practiceId"])}`,
        ),
      );
  }
}

type About = { slug: string; acronym: string; by: string; organisation: string };

/** Where the button of the mail leads, and the words of somebody it quotes. */
function pathAndQuote(event: ActivityEvent, about: About, outputId: string | null): { path: string; quote: string } {
  const project = `/projects/${about.slug}`;
  if (event.type.startsWith("organisation.")) return { path: "/home", quote: "" };
  if (event.type === "invitation.declined") return { path: `${project}/consortium`, quote: event.data.reason };
  if (event.type === "practice.returned") {
    return { path: `${project}/practices/${event.data.practiceId}`, quote: event.data.reason };
  }
  if ("submissionId" in event.data) {
    return { path: `${project}/outputs/${outputId ?? ""}/submissions/${event.data.submissionId}`, quote: "" };
  }
  if ("practiceId" in event.data) return { path: `${project}/practices/${event.data.practiceId}`, quote: "" };
  return { path: `${project}/consortium`, quote: "" };
}

function valuesOf(event: ActivityEvent, about: About): Record<string, string | number> {
  const data: Record<string, unknown> = event.data;
  const word = (key: string) => (typeof data[key] === "string" ? data[key] : "");
  return {
    project: about.acronym,
    by: about.by,
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
 * Tells those whom an event concerns: one mail job per person, each at most once, and only while they still have the
 * rights to see it.
 */
export async function notify(db: Db, now: Date, activityId: string): Promise<void> {
  const [row] = await db
    .select({
      id: activity.id,
      type: activity.type,
      data: activity.data,
      personId: activity.personId,
      projectId: activity.projectId,
      outputId: activity.outputId,
      organisationId: activity.organisationId,
    })
    .from(activity)
    .where(eq(activity.id, BigInt(activityId)));
  if (!row || !(row.type in audiences)) return;
  const event = { type: row.type, data: row.data } as ActivityEvent;
  const [about] = await db.execute<About>(sql`select coalesce(pr.slug, '') as slug, coalesce(pr.acronym, '') as acronym,
      coalesce(pe.name, '') as by, coalesce(o.short_name, '') as organisation
    from activity a left join ${projects} pr on pr.id = a.project_id left join ${people} pe on pe.id = a.person_id
    left join organisations o on o.id = a.organisation_id where a.id = ${row.id}`);
  if (!about) return;
  const found = await Promise.all(
    audiences[row.type as MailedEvent].map((audience) => findAudience(db, row, audience)),
  );
  const recipients = new Set(found.flat().filter((personId) => personId !== row.personId));
  for (const personId of recipients) {
    await tell(db, now, row, event, about, personId);
  }
}

async function tell(db: Db, now: Date, row: Row, event: ActivityEvent, about: About, personId: string): Promise<void> {
  const loaded = await loadActor(db, personId, now);
  if (!loaded || (row.projectId !== null && placeIn(loaded.actor, row.projectId) === null)) return;
  const [to] = await db.execute<{ address: string }>(sql`select address from addresses
    where person_id = ${personId} and is_primary and confirmed_at is not null`);
  if (!to) return;
  // Who gets very many e-mails in a day finds the rest on the home page.
  if (!(await withinLimit("mailFromOthers", to.address))) return;
  const { path, quote } = pathAndQuote(event, about, row.outputId);
  await enqueue(db, "send_mail", {
    dedupeKey: `activity:${row.id.toString()}:${personId}`,
    template: "news",
    address: to.address,
    personId,
    locale: loaded.actor.locale,
    props: { what: event.type.replace(".", "_"), path, values: valuesOf(event, about), quote },
  });
}
