import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, timestamptz } from "../columns";

/** One row per stored content; versions refer to it, a restored version to the same one. */
export const blobs = pgTable(
  "blobs",
  {
    id: id(),
    storageKey: text("storage_key").notNull(),
    sha256: text("sha256").notNull(),
    sizeBytes: bigint("size_bytes", { mode: "number" }).notNull(),
    mediaType: text("media_type").notNull(),
    /** The number of pages of a PDF: 0 when it cannot be read, null until it was counted, and for other files. */
    pages: integer("pages"),
    erasedAt: timestamptz("erased_at"),
    createdAt: createdAt(),
  },
  (t) => [
    index("blobs_uncounted")
      .on(t.id)
      .where(sql`${t.mediaType} = 'application/pdf' and ${t.pages} is null and ${t.erasedAt} is null`),
  ],
);

/** An unfinished resumable upload: the person, what it belongs to, and metadata of the future version. */
export const uploads = pgTable(
  "uploads",
  {
    id: text("id").primaryKey(),
    /** Null for a file of a report, which belongs to no project. */
    projectId: uuid("project_id"),
    outputId: uuid("output_id"),
    practiceId: uuid("practice_id"),
    replicationId: uuid("replication_id"),
    personId: uuid("person_id").notNull(),
    organisationId: uuid("organisation_id").notNull(),
    name: text("name").notNull(),
    language: text("language").notNull().default(""),
    note: text("note").notNull().default(""),
    sizeBytes: bigint("size_bytes", { mode: "number" }).notNull(),
    versionId: uuid("version_id"),
    expiresAt: timestamptz("expires_at").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index("uploads_expiry").on(t.expiresAt),
    index("uploads_project").on(t.projectId),
    index("uploads_person").on(t.personId),
    check("uploads_subject", sql`num_nonnulls(${t.outputId}, ${t.practiceId}, ${t.replicationId}) = 1`),
  ],
);
