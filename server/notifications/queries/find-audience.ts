import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import type { Audience } from "@/domain/events/event";
import type { ActivityEvent } from "@/domain/events/events";
import { currentPerson } from "@/server/events/aliases";

/** Where an event happened. */
type Place = { projectId: string | null; outputId: string | null };
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

/** The person a task is for, or the managers of its organisation while it names nobody. */
const taskAssignees = (taskId: string) => sql`select coalesce(t.assignee_id, pp.person_id) as "personId" from tasks t
  left join participations pa on pa.project_id = t.project_id and pa.organisation_id = t.organisation_id
  left join participation_people pp on pp.participation_id = pa.id and pp.ended_at is null
    and pp.role = 'manager' and t.assignee_id is null
  where t.id = ${taskId} and coalesce(t.assignee_id, pp.person_id) is not null limit 50`;

const taskAsker = (taskId: string) => sql`select asked_by as "personId" from tasks where id = ${taskId}`;

/** The ids of the people in an audience of an event. Some of them may no longer have the right to see it. */
export async function findAudience(db: Db, place: Place, event: ActivityEvent, audience: Audience): Promise<string[]> {
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
      return place.projectId
        ? ids(await membersOf(db, place.projectId, sql`pa.kind = 'coordinator' and pp.role = 'manager'`))
        : [];
    case "output_team":
      return place.projectId && place.outputId
        ? ids(
            await membersOf(
              db,
              place.projectId,
              sql`pp.role <> 'viewer' and pa.organisation_id in (
                select o.lead_organisation_id from outputs o where o.id = ${place.outputId}
                union all
                select c.organisation_id from output_contributors c where c.output_id = ${place.outputId})`,
            ),
          )
        : [];
    case "output_leaders":
      return place.projectId && place.outputId
        ? ids(
            await membersOf(
              db,
              place.projectId,
              sql`pp.role = 'manager' and pa.organisation_id = (
                select o.lead_organisation_id from outputs o where o.id = ${place.outputId})`,
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
      return ids(await db.execute<Person>(taskAssignees(idIn(event, "taskId"))));
    case "task_asker":
      return ids(await db.execute<Person>(taskAsker(idIn(event, "taskId"))));
    case "task_people":
      if (!("taskId" in event.data)) return [];
      return ids(
        await db.execute<Person>(
          sql`(${taskAssignees(idIn(event, "taskId"))}) union (${taskAsker(idIn(event, "taskId"))})`,
        ),
      );
    case "replication_author":
      return ids(
        await db.execute<Person>(
          sql`select author_id as "personId" from replications where id = ${idIn(event, "replicationId")}`,
        ),
      );
    case "conversation":
      return ids(
        await db.execute<Person>(sql`select distinct op.person_id as "personId" from conversations c
          join practices r on r.id = c.practice_id
          join organisation_people op on op.organisation_id in (c.organisation_id, r.organisation_id)
          where c.id = ${idIn(event, "conversationId")} and (
            op.person_id in (c.started_by, r.author_id)
            or op.person_id in (select person_id from conversation_messages where conversation_id = c.id)
            or op.person_id in (select pp.person_id from participation_people pp
              join participations pa on pa.id = pp.participation_id
              where pa.project_id = r.project_id and pa.organisation_id = r.organisation_id
                and pp.ended_at is null and pp.role <> 'viewer')) limit 100`),
      );
    case "practice_author":
      return ids(
        await db.execute<Person>(
          sql`select author_id as "personId" from practices where id = ${idIn(event, "practiceId")}`,
        ),
      );
  }
}
