import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, timestamptz, revision } from "../columns";
import { searchable, spellingIndex } from "../search-index";
import { blobs } from "./files";
import { organisations } from "./organisations";
import { people } from "./people";
import { projects } from "./projects";

export const workPackages = pgTable(
  "work_packages",
  {
    id: id(),
    projectId: uuid("project_id")
      .notNull()
      .references(() => projects.id),
    number: integer("number").notNull(),
    title: text("title").notNull(),
    startsOn: date("starts_on", { mode: "string" }),
    endsOn: date("ends_on", { mode: "string" }),
    leadOrganisationId: uuid("lead_organisation_id").references(() => organisations.id),
    revision: revision(),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex("work_packages_number").on(t.projectId, t.number)],
);

export const outputs = pgTable(
  "outputs",
  {
    id: id(),
    projectId: uuid("project_id")
      .notNull()
      .references(() => projects.id),
    workPackageId: uuid("work_package_id").references(() => workPackages.id),
    number: integer("number").notNull(),
    title: text("title").notNull(),
    description: text("description").notNull().default(""),
    type: text("type").notNull(),
    leadOrganisationId: uuid("lead_organisation_id")
      .notNull()
      .references(() => organisations.id),
    languages: text("languages")
      .array()
      .notNull()
      .default(sql`'{}'::text[]`),
    /** An SPDX identifier; null until it is chosen. */
    licence: text("licence"),
    dueOn: date("due_on", { mode: "string" }),
    /** The first due date that it had; it stays when the due date moves. */
    firstDueOn: date("first_due_on", { mode: "string" }),
    status: text("status", {
      enum: ["planned", "in_progress", "in_review", "changes_requested", "approved", "published"],
    })
      .notNull()
      .default("planned"),
    approvedSubmissionId: uuid("approved_submission_id"),
    /** True when a version newer than the approved submission exists. */
    changedSinceApproval: boolean("changed_since_approval").notNull().default(false),
    revision: revision(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("outputs_number").on(t.projectId, t.number),
    index("outputs_due").on(t.projectId, t.dueOn),
    index("outputs_lead").on(t.leadOrganisationId, t.status),
    index("outputs_work_package").on(t.workPackageId),
    index("outputs_search").using("gin", searchable(sql`${t.title} || ' ' || ${t.description}`)),
    index("outputs_spelling").using("gin", spellingIndex(sql`${t.title} || ' ' || ${t.description}`)),
  ],
);

/** How due dates of outputs were moved. The id is the caller's: a repeated move changes nothing. */
export const outputDueDates = pgTable(
  "output_due_dates",
  {
    id: id(),
    outputId: uuid("output_id")
      .notNull()
      .references(() => outputs.id),
    dueFrom: date("due_from", { mode: "string" }),
    dueTo: date("due_to", { mode: "string" }).notNull(),
    reason: text("reason").notNull(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    /** The organisation that the person acted for. */
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    createdAt: createdAt(),
  },
  (t) => [index("output_due_dates_output").on(t.outputId, t.createdAt, t.id)],
);

/** Outputs that start after others of their project. */
export const outputDependencies = pgTable(
  "output_dependencies",
  {
    outputId: uuid("output_id")
      .notNull()
      .references(() => outputs.id),
    /** The output that comes before. */
    afterId: uuid("after_id")
      .notNull()
      .references(() => outputs.id),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.outputId, t.afterId] }), index("output_dependencies_after").on(t.afterId)],
);

/** Requests for more time on outputs; `answer` is null while nobody answered. */
export const outputTimeRequests = pgTable(
  "output_time_requests",
  {
    id: id(),
    projectId: uuid("project_id")
      .notNull()
      .references(() => projects.id),
    outputId: uuid("output_id")
      .notNull()
      .references(() => outputs.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    dueOn: date("due_on", { mode: "string" }).notNull(),
    reason: text("reason").notNull(),
    answer: text("answer", { enum: ["accepted", "declined"] }),
    /** Why it was declined. */
    answerReason: text("answer_reason").notNull().default(""),
    answeredBy: uuid("answered_by").references(() => people.id),
    answeredAt: timestamptz("answered_at"),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("output_time_requests_open")
      .on(t.outputId, t.organisationId)
      .where(sql`${t.answer} is null`),
    index("output_time_requests_waiting")
      .on(t.projectId, t.dueOn, t.id)
      .where(sql`${t.answer} is null`),
  ],
);

export const outputContributors = pgTable(
  "output_contributors",
  {
    outputId: uuid("output_id")
      .notNull()
      .references(() => outputs.id),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
  },
  (t) => [
    primaryKey({ columns: [t.outputId, t.organisationId] }),
    index("output_contributors_organisation").on(t.organisationId),
  ],
);

export const outputFiles = pgTable(
  "output_files",
  {
    id: id(),
    projectId: uuid("project_id")
      .notNull()
      .references(() => projects.id),
    outputId: uuid("output_id")
      .notNull()
      .references(() => outputs.id),
    name: text("name").notNull(),
    /** NFC, case-folded: files with the same key are the same file. */
    nameKey: text("name_key").notNull(),
    language: text("language").notNull().default(""),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("output_files_name").on(t.outputId, t.language, t.nameKey),
    index("output_files_search").using("gin", searchable(sql`${t.name}`)),
    index("output_files_spelling").using("gin", spellingIndex(sql`${t.name}`)),
  ],
);

export const fileVersions = pgTable(
  "file_versions",
  {
    id: id(),
    projectId: uuid("project_id")
      .notNull()
      .references(() => projects.id),
    outputId: uuid("output_id")
      .notNull()
      .references(() => outputs.id),
    fileId: uuid("file_id")
      .notNull()
      .references(() => outputFiles.id),
    number: integer("number").notNull(),
    blobId: uuid("blob_id").references(() => blobs.id),
    url: text("url"),
    /** Hex SHA-256 of the content; of a link, of its address. */
    sha256: text("sha256").notNull(),
    sizeBytes: bigint("size_bytes", { mode: "number" }).notNull(),
    mediaType: text("media_type").notNull(),
    name: text("name").notNull(),
    note: text("note").notNull().default(""),
    restoredFrom: integer("restored_from"),
    uploadedBy: uuid("uploaded_by")
      .notNull()
      .references(() => people.id),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    withdrawnAt: timestamptz("withdrawn_at"),
    withdrawnBy: uuid("withdrawn_by").references(() => people.id),
    withdrawReason: text("withdraw_reason"),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("file_versions_number").on(t.fileId, t.number),
    index("file_versions_output").on(t.outputId, t.createdAt),
    index("file_versions_project").on(t.projectId, t.createdAt),
    index("file_versions_blob").on(t.blobId),
  ],
);
