import { sql } from "drizzle-orm";
import { type Belonging, memberName } from "./belonging";

/** Events that request a review hold the reviewer's name in their data, with the id of the review. */
const withoutReviewer = (personId: string) => sql`update activity a
  set data = jsonb_set(a.data, '{reviewer}', '""') from reviews r
  where a.type = 'review.requested' and a.data->>'reviewId' = r.id::text and r.reviewer_id = ${personId}`;

/** The activity record. */
export const activityTables: Record<string, Belonging> = {
  activity: {
    // Some events hold the id of a second person in their data, which finds them when that account is closed.
    merge: {
      columns: ["person_id"],
      statements: ({ from, to }) => [
        sql`update activity set person_id = ${to} where person_id = ${from}`,
        sql`update activity set data = jsonb_set(data, '{personId}', to_jsonb(${to}::text))
          where data->>'personId' = ${from}`,
        // Reviews that both accounts were asked for, of which those of the closed account remain here.
        withoutReviewer(from),
      ],
    },
    personExport: {
      activity: (id) => sql`select at, type, data, project_id from activity where person_id = ${id} order by id desc`,
    },
    archive: {
      name: "activity",
      firstId: "0",
      pageSize: 10_000,
      page: (id, after) => sql`select a.id::text, a.at, a.type, o.short_name as organisation,
          ${memberName("pe")} as person, a.data::text as data
        from activity a left join organisations o on o.id = a.organisation_id
        left join people pe on pe.id = a.person_id
        where a.project_id = ${id} and a.id > ${after}::bigint order by a.id`,
    },
    erase: ({ personId }) => [
      sql`update activity set data = jsonb_set(data, '{person}', '""')
        where type in ('member.role_changed', 'member.removed') and data->>'personId' = ${personId}`,
      withoutReviewer(personId),
    ],
    // Refusals and expired invitations were recorded for the organisation that was only invited.
    moveOrganisation: {
      columns: ["organisation_id"],
      statements: ({ projectId, from, to }) => [
        sql`update activity set organisation_id = ${to} where project_id = ${projectId} and organisation_id = ${from}`,
        sql`update activity set data = jsonb_set(data, '{organisationId}', to_jsonb(${to}::text))
          where project_id = ${projectId} and data->>'organisationId' = ${from}`,
      ],
    },
  },
};
