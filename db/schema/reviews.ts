import { sql } from "drizzle-orm";
import { date, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, timestamptz, revision } from "../columns";
import { organisations } from "./organisations";
import { fileVersions, outputs } from "./outputs";
import { people } from "./people";
import { projects } from "./projects";

export const submissions = pgTable(
  "submissions",
  {
    id: id(),
    projectId: uuid("project_id")
      .notNull()
      .references(() => projects.id),
    outputId: uuid("output_id")
      .notNull()
      .references(() => outputs.id),
    number: integer("number").notNull(),
    note: text("note").notNull().default(""),
    status: text("status", { enum: ["open", "approved", "changes_requested", "replaced"] })
      .notNull()
      .default("open"),
    submittedBy: uuid("submitted_by")
      .notNull()
      .references(() => people.id),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    decidedBy: uuid("decided_by").references(() => people.id),
    decidedAt: timestamptz("decided_at"),
    decisionComment: text("decision_comment"),
    /** Hashes of the output's other files, which were not submitted: they do not count as changes after an approval. */
    leftOut: text("left_out")
      .array()
      .notNull()
      .default(sql`'{}'::text[]`),
    revision: revision(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("submissions_number").on(t.outputId, t.number),
    uniqueIndex("submissions_one_open")
      .on(t.outputId)
      .where(sql`${t.status} = 'open'`),
    index("submissions_project").on(t.projectId),
  ],
);

export const submissionVersions = pgTable(
  "submission_versions",
  {
    submissionId: uuid("submission_id")
      .notNull()
      .references(() => submissions.id),
    versionId: uuid("version_id")
      .notNull()
      .references(() => fileVersions.id),
    sha256: text("sha256").notNull(),
  },
  (t) => [primaryKey({ columns: [t.submissionId, t.versionId] }), index("submission_versions_version").on(t.versionId)],
);

export const reviews = pgTable(
  "reviews",
  {
    id: id(),
    projectId: uuid("project_id")
      .notNull()
      .references(() => projects.id),
    submissionId: uuid("submission_id")
      .notNull()
      .references(() => submissions.id),
    reviewerId: uuid("reviewer_id")
      .notNull()
      .references(() => people.id),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    verdict: text("verdict", { enum: ["approve", "request_changes"] }),
    comment: text("comment").notNull().default(""),
    dueOn: date("due_on", { mode: "string" }),
    requestedBy: uuid("requested_by")
      .notNull()
      .references(() => people.id),
    decidedAt: timestamptz("decided_at"),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("reviews_once").on(t.submissionId, t.reviewerId),
    index("reviews_waiting")
      .on(t.reviewerId)
      .where(sql`${t.verdict} is null`),
    index("reviews_reviewer").on(t.reviewerId, t.createdAt),
    index("reviews_organisation").on(t.projectId, t.organisationId, t.createdAt, t.id),
  ],
);
