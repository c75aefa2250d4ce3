import { sql } from "drizzle-orm";
import { type Belonging, none, noReference, timestamp } from "./belonging";

/** Private calendar addresses. */
export const calendarTables: Record<string, Belonging> = {
  calendar_feeds: {
    merge: {
      columns: ["person_id"],
      // The remaining account has addresses of its own; those of the closed one end with it.
      statements: ({ from, now }) => [
        sql`update calendar_feeds set ended_at = coalesce(ended_at, ${timestamp(now)}) where person_id = ${from}`,
      ],
    },
    personExport: {
      calendarAddresses: (id) => sql`select pr.acronym as project, f.created_at, f.ended_at
        from calendar_feeds f left join projects pr on pr.id = f.project_id
        where f.person_id = ${id} order by f.created_at`,
    },
    archive: none("Belongs to the account, not to the project."),
    erase: ({ personId }) => [sql`delete from calendar_feeds where person_id = ${personId}`],
    moveOrganisation: noReference,
  },
};
