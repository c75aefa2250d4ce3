import { sql } from "drizzle-orm";
import { type Belonging, noActsYet, reassign, staysAsWork } from "./belonging";

/** Reports of organisations that tried a practice. */
export const replicationTables: Record<string, Belonging> = {
  replications: {
    merge: reassign("replications", "author_id", "answered_by"),
    personExport: {
      replications: (id) => sql`select r.title as practice, x.content, x.status, x.sent_at, x.answer, x.published_at
        from replications x join practices r on r.id = x.practice_id where x.author_id = ${id} order by x.created_at`,
      replicationsAnswered: (id) => sql`select r.title as practice, x.answer, x.answered_at
        from replications x join practices r on r.id = x.practice_id where x.answered_by = ${id} order by x.answered_at`,
    },
    // The author is of another organisation, so the consortium reads only the organisation's name.
    archive: {
      name: "replications.csv",
      rows: (
        id,
      ) => sql`select r.title as practice, o.legal_name as organisation, x.status, x.content->>'country' as country,
          x.content->>'result' as result, x.content->>'advice' as advice, x.content::text as report, x.sent_at, x.answer,
          x.answered_at, x.published_at
        from replications x join practices r on r.id = x.practice_id join organisations o on o.id = x.organisation_id
        where r.project_id = ${id} and x.status <> 'draft' order by x.created_at`,
    },
    erase: staysAsWork,
    moveOrganisation: noActsYet("organisation_id"),
  },
};
