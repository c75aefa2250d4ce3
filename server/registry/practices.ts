import { sql } from "drizzle-orm";
import { type Belonging, memberName, noActsYet, reassign, staysAsWork } from "./belonging";

/** Good practices. */
export const practiceTables: Record<string, Belonging> = {
  practices: {
    merge: reassign("practices", "author_id"),
    personExport: {
      practices: (id) => sql`select title, need, done, changed, takes, target_group, field, language, licence, status,
          published_at, created_at
        from practices where author_id = ${id} order by created_at`,
    },
    archive: {
      name: "practices.csv",
      codes: {
        status: "practices.status",
        field: "programme.fields",
        language: "languages",
        licence: "practices.licences",
      },
      rows: (id) => sql`select r.title, r.status, o.short_name as organisation, ${memberName("pe")} as author, r.field,
          r.need, r.done, r.changed, r.takes, r.target_group, r.language, r.licence, r.published_at, r.return_reason
        from practices r join organisations o on o.id = r.organisation_id join people pe on pe.id = r.author_id
        where r.project_id = ${id} order by r.created_at`,
    },
    erase: staysAsWork,
    moveOrganisation: noActsYet("organisation_id"),
  },
};
