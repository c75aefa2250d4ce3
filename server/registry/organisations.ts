import { sql } from "drizzle-orm";
import { type Belonging, none, noReference, unchanged } from "./belonging";

const notOfProject = none("Who belongs to an organisation is known to its own people alone.");
const claimedOnly = unchanged(
  "People join and are members of claimed organisations alone; the one that is replaced was not claimed.",
  "organisation_id",
);

/** Organisations and their people. */
export const organisationTables: Record<string, Belonging> = {
  organisations: {
    merge: noReference,
    personExport: none("An organisation is no personal data; its name is in memberships and projects."),
    archive: none("Its record is in organisations.csv, with its participation."),
    erase: none("An organisation is no personal data."),
    moveOrganisation: unchanged("The row that was replaced is deleted after everything has followed."),
  },
  organisation_people: {
    // When both accounts are members, the greater role is kept.
    merge: {
      columns: ["person_id"],
      statements: ({ from, to }) => [
        sql`update organisation_people o set role = 'admin' from organisation_people f
          where o.person_id = ${to} and f.person_id = ${from} and f.organisation_id = o.organisation_id
            and f.role = 'admin'`,
        sql`update organisation_people f set person_id = ${to} where f.person_id = ${from} and not exists (
          select 1 from organisation_people o where o.person_id = ${to} and o.organisation_id = f.organisation_id)`,
        sql`delete from organisation_people where person_id = ${from}`,
      ],
    },
    personExport: {
      memberships: (id) => sql`select o.legal_name as organisation, op.role, op.created_at as since
        from organisation_people op join organisations o on o.id = op.organisation_id where op.person_id = ${id}`,
    },
    archive: notOfProject,
    erase: ({ personId }) => [sql`delete from organisation_people where person_id = ${personId}`],
    moveOrganisation: claimedOnly,
  },
  join_requests: {
    merge: {
      columns: ["person_id", "decided_by"],
      statements: ({ from, to }) => [
        sql`update join_requests set decided_by = ${to} where decided_by = ${from}`,
        sql`update join_requests r set person_id = ${to} where r.person_id = ${from} and not exists (
          select 1 from join_requests o where o.organisation_id = r.organisation_id and o.person_id = ${to})`,
        sql`delete from join_requests where person_id = ${from}`,
      ],
    },
    personExport: {
      requestsToJoin: (id) => sql`select o.legal_name as organisation, j.status, j.decided_at, j.created_at
        from join_requests j join organisations o on o.id = j.organisation_id where j.person_id = ${id}`,
      requestsDecided: (id) => sql`select o.legal_name as organisation, j.status, j.decided_at
        from join_requests j join organisations o on o.id = j.organisation_id where j.decided_by = ${id}`,
    },
    archive: notOfProject,
    erase: ({ personId }) => [sql`delete from join_requests where person_id = ${personId} and status = 'pending'`],
    moveOrganisation: claimedOnly,
  },
};
