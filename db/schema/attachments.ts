import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id } from "../columns";
import { blobs } from "./files";
import { organisations } from "./organisations";
import { people } from "./people";
import { practices } from "./practices";
import { replications } from "./replications";

/**
 * Versions of the files of a practice or a report. The description names those that it shows, and so does each edition of
 * it: a version that none names is deleted after a while.
 */
export const attachments = pgTable(
  "attachments",
  {
    id: id(),
    practiceId: uuid("practice_id").references(() => practices.id),
    replicationId: uuid("replication_id").references(() => replications.id),
    blobId: uuid("blob_id")
      .notNull()
      .references(() => blobs.id),
    name: text("name").notNull(),
    /** NFC, case-folded: files with the same key are versions of one file. */
    nameKey: text("name_key").notNull(),
    number: integer("number").notNull(),
    uploadedBy: uuid("uploaded_by")
      .notNull()
      .references(() => people.id),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    createdAt: createdAt(),
  },
  (t) => [
    index("attachments_practice").on(t.practiceId, t.nameKey),
    index("attachments_replication").on(t.replicationId, t.nameKey),
    index("attachments_blob").on(t.blobId),
    index("attachments_uploader").on(t.uploadedBy),
    check("attachments_subject", sql`num_nonnulls(${t.practiceId}, ${t.replicationId}) = 1`),
  ],
);
