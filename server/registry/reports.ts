import { sql } from "drizzle-orm";
import { type Belonging, none, noReference, reassign } from "./belonging";

/** Reports about public pages. */
export const reportTables: Record<string, Belonging> = {
  page_reports: {
    merge: reassign("page_reports", "reporter_id", "closed_by"),
    personExport: {
      reports: (id) => sql`select kind, slug, title, reason, text, email, created_at, closed_at, outcome, answer
        from page_reports where reporter_id = ${id} order by created_at`,
      reportsClosed: (id) => sql`select kind, slug, title, reason, closed_at, outcome, answer
        from page_reports where closed_by = ${id} order by closed_at`,
    },
    archive: none("Reports are sent to the operators of this server; projects are told of what was unpublished."),
    // The words stay, so that the operators can answer what was reported.
    erase: ({ personId, addresses }) => [
      sql`update page_reports set email = null, reporter_id = null where reporter_id = ${personId}`,
      ...addresses.map((address) => sql`update page_reports set email = null where email = ${address}`),
    ],
    moveOrganisation: noReference,
  },
};
