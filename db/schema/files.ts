import { sql } from "drizzle-orm";
import { bigint, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
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

/** An unfinished resumable upload: person, output, and metadata of the future version. */
export const uploads = pgTable(
  "uploads",
  {
    id: text("id").primaryKey(),
    projectId: uuid("project_id").notNull(),
    outputId: uuid("output_id").notNull(),
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
  ],
);
