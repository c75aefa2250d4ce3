import { sql } from "drizzle-orm";
import { recordedPeople } from "@/server/events/aliases";
import { type Belonging, none, noReference, unchanged } from "./belonging";

const neverChanged = "Rows of the record are never changed: reads resolve the ids by person_aliases.";
const sameOrganisation = "Rows of the record are never changed: reads resolve the ids by organisation_aliases.";
const idsAlone = none("Ids, types and numbers alone; what they count is the person's activity.");

/** The activity record. */
export const activityTables: Record<string, Belonging> = {
  activity: {
    merge: unchanged(neverChanged, "person_id"),
    personExport: {
      activity: (id) => sql`select at, type, data, project_id from activity
        where person_id = any(${recordedPeople(sql`${id}::uuid`)}) order by id desc`,
    },
    archive: none("Written as activity.csv by server/files/project-archive.ts, as the activity page exports it."),
    erase: none("Names people by id alone; the name is read from the account, which holds none once it is closed."),
    moveOrganisation: unchanged(sameOrganisation, "organisation_id"),
  },
  person_aliases: {
    // An account that an earlier one was merged into may be merged itself: aliases lead to the one that remains.
    merge: {
      columns: ["from_person_id", "person_id"],
      statements: ({ from, to }) => [
        sql`update person_aliases set person_id = ${to} where person_id = ${from}`,
        sql`insert into person_aliases (from_person_id, person_id) values (${from}, ${to})`,
      ],
    },
    personExport: none("Ids of accounts alone; what was done with them is in activity."),
    archive: none("The activity shows the account that remains."),
    erase: none("Ids of accounts alone, by which what was done is still shown as that of one former member."),
    moveOrganisation: noReference,
  },
  organisation_aliases: {
    merge: noReference,
    personExport: none("Refers to no person."),
    archive: none("The activity shows the organisation that took the participation."),
    erase: none("Refers to no person."),
    moveOrganisation: {
      columns: ["from_organisation_id", "organisation_id"],
      statements: ({ projectId, from, to }) => [
        sql`update organisation_aliases set organisation_id = ${to}
          where project_id = ${projectId} and organisation_id = ${from}`,
        // The same organisation may be named in a project again after it was replaced: the last replacement counts.
        sql`insert into organisation_aliases (project_id, from_organisation_id, organisation_id)
          values (${projectId}, ${from}, ${to}) on conflict (project_id, from_organisation_id)
          do update set organisation_id = excluded.organisation_id`,
      ],
    },
  },
  activity_pending: {
    merge: noReference,
    personExport: idsAlone,
    archive: none("Which rows of the activity are not sealed yet: a matter of a minute."),
    erase: idsAlone,
    moveOrganisation: noReference,
  },
  activity_months: {
    merge: unchanged(neverChanged, "person_id"),
    personExport: idsAlone,
    archive: none("Figures that are counted from the activity."),
    erase: idsAlone,
    moveOrganisation: unchanged(sameOrganisation, "organisation_id"),
  },
};
