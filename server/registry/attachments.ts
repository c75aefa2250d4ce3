import { sql } from "drizzle-orm";
import { type Belonging, memberName, noActsYet, reassign, staysAsWork } from "./belonging";

/** Files of practices and reports. */
export const attachmentTables: Record<string, Belonging> = {
  attachments: {
    merge: reassign("attachments", "uploaded_by"),
    personExport: {
      attachments: (id) => sql`select coalesce(r.title, p.title) as practice, a.name, a.number,
          b.size_bytes::float8 as size_bytes, b.media_type, b.sha256, a.created_at
        from attachments a join blobs b on b.id = a.blob_id left join practices r on r.id = a.practice_id
        left join replications x on x.id = a.replication_id left join practices p on p.id = x.practice_id
        where a.uploaded_by = ${id} order by a.created_at`,
    },
    // Files of reports belong to the organisation that tried the practice.
    archive: {
      name: "practice-files.csv",
      rows: (id) => sql`select r.title as practice, a.name, a.number as version, b.size_bytes, b.media_type, b.sha256,
          o.short_name as organisation, ${memberName("pe")} as uploaded_by, a.created_at
        from attachments a join blobs b on b.id = a.blob_id join practices r on r.id = a.practice_id
        join organisations o on o.id = a.organisation_id join people pe on pe.id = a.uploaded_by
        where r.project_id = ${id} order by r.created_at, a.name, a.number`,
    },
    erase: staysAsWork,
    moveOrganisation: noActsYet("organisation_id"),
  },
};
