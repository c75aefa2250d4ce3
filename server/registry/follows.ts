import { sql } from "drizzle-orm";
import { type Belonging, none, noReference } from "./belonging";

/** What people follow. */
export const followTables: Record<string, Belonging> = {
  follows: {
    merge: {
      columns: ["person_id"],
      statements: ({ from, to }) => [
        sql`update follows f set person_id = ${to} where f.person_id = ${from} and not exists (
          select 1 from follows o where o.person_id = ${to}
            and o.practice_id is not distinct from f.practice_id and o.search is not distinct from f.search)`,
        sql`delete from follows where person_id = ${from}`,
      ],
    },
    personExport: {
      follows: (id) => sql`select r.title as practice, f.search, f.name, f.created_at
        from follows f left join practices r on r.id = f.practice_id where f.person_id = ${id} order by f.created_at`,
    },
    archive: none("Belongs to the person who follows, not to the project."),
    erase: ({ personId }) => [sql`delete from follows where person_id = ${personId}`],
    moveOrganisation: noReference,
  },
};
