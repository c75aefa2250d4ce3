import { sql } from "drizzle-orm";
import { type Belonging, memberName, noActsYet, reassign, staysAsWork } from "./belonging";

/** Comments on submissions. */
export const commentTables: Record<string, Belonging> = {
  comments: {
    merge: reassign("comments", "person_id"),
    personExport: {
      comments: (id) => sql`select pr.acronym as project, x.title as output, c.body, c.created_at
        from comments c left join submissions s on s.id = c.subject_id and c.subject_type = 'submission'
        left join outputs x on x.id = s.output_id
        join projects pr on pr.id = c.project_id where c.person_id = ${id} order by c.created_at`,
    },
    archive: {
      name: "comments.csv",
      rows: (id) => sql`select x.number as output, s.number as submission, o.short_name as organisation,
          ${memberName("pe")} as person, c.body, c.created_at
        from comments c left join submissions s on s.id = c.subject_id and c.subject_type = 'submission'
        left join outputs x on x.id = s.output_id
        join organisations o on o.id = c.organisation_id join people pe on pe.id = c.person_id
        where c.project_id = ${id} order by c.created_at`,
    },
    erase: staysAsWork,
    moveOrganisation: noActsYet("organisation_id"),
  },
};
