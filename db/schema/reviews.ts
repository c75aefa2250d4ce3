import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { findingStatuses, findingWeights } from "../../domain/findings";
import { outputTypes } from "../../domain/programme/vocabulary";
import { submissionStatuses, verdicts } from "../../domain/reviews";
import type { Criterion } from "../../domain/rubrics";
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
    status: text("status", { enum: submissionStatuses }).notNull().default("open"),
    submittedBy: uuid("submitted_by")
      .notNull()
      .references(() => people.id),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    decidedBy: uuid("decided_by").references(() => people.id),
    decidedAt: timestamptz("decided_at"),
    /** The words of the decision, or the reason of a withdrawal. */
    decisionComment: text("decision_comment"),
    /** The criteria of the reviews, as they were when the submission was made; empty for those of earlier releases. */
    rubric: jsonb("rubric").$type<Criterion[]>().notNull().default([]),
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
    verdict: text("verdict", { enum: verdicts }),
    comment: text("comment").notNull().default(""),
    dueOn: date("due_on", { mode: "string" }),
    /** The day by which the reviewer said that they answer. */
    answerBy: date("answer_by", { mode: "string" }),
    /** The day from whose end on the review is late. */
    expectedOn: date("expected_on", { mode: "string" }).generatedAlwaysAs(sql`coalesce(answer_by, due_on)`),
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
    index("reviews_due")
      .on(t.projectId, t.expectedOn, t.id)
      .where(sql`${t.expectedOn} is not null`),
    index("reviews_organisation").on(t.projectId, t.organisationId, t.createdAt, t.id),
  ],
);

/** The score of a criterion in a review; null is "not applicable". */
export const reviewScores = pgTable(
  "review_scores",
  {
    reviewId: uuid("review_id")
      .notNull()
      .references(() => reviews.id),
    criterion: text("criterion").notNull(),
    score: smallint("score"),
    comment: text("comment").notNull().default(""),
  },
  (t) => [primaryKey({ columns: [t.reviewId, t.criterion] })],
);

/** What a reviewer found in a version. A draft is seen by its author alone; it is opened when the review is given. */
export const findings = pgTable(
  "findings",
  {
    id: id(),
    projectId: uuid("project_id")
      .notNull()
      .references(() => projects.id),
    outputId: uuid("output_id")
      .notNull()
      .references(() => outputs.id),
    reviewId: uuid("review_id")
      .notNull()
      .references(() => reviews.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    versionId: uuid("version_id")
      .notNull()
      .references(() => fileVersions.id),
    weight: text("weight", { enum: findingWeights }).notNull(),
    status: text("status", { enum: findingStatuses }).notNull().default("draft"),
    text: text("text").notNull(),
    page: integer("page"),
    seconds: integer("seconds"),
    quote: text("quote").notNull().default(""),
    revision: revision(),
    createdAt: createdAt(),
  },
  (t) => [
    index("findings_output").on(t.outputId, t.createdAt, t.id),
    index("findings_review").on(t.reviewId, t.createdAt, t.id),
  ],
);

/** The thread of a finding: how the lead answered, and how it was closed or reopened. */
export const findingAnswers = pgTable(
  "finding_answers",
  {
    id: id(),
    findingId: uuid("finding_id")
      .notNull()
      .references(() => findings.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    act: text("act", { enum: ["fixed", "declined", "close", "reopen"] }).notNull(),
    /** The version in which it is fixed. */
    versionId: uuid("version_id").references(() => fileVersions.id),
    text: text("text").notNull(),
    createdAt: createdAt(),
  },
  (t) => [index("finding_answers_finding").on(t.findingId, t.createdAt, t.id)],
);

/** Decisions that were reopened; the current decision is in the submission. */
export const reopenedDecisions = pgTable(
  "reopened_decisions",
  {
    id: id(),
    submissionId: uuid("submission_id")
      .notNull()
      .references(() => submissions.id),
    status: text("status", { enum: submissionStatuses }).notNull(),
    comment: text("comment").notNull(),
    decidedBy: uuid("decided_by")
      .notNull()
      .references(() => people.id),
    decidedAt: timestamptz("decided_at").notNull(),
    reopenedBy: uuid("reopened_by")
      .notNull()
      .references(() => people.id),
    reopenedAt: timestamptz("reopened_at").notNull(),
    reason: text("reason").notNull(),
  },
  (t) => [index("reopened_decisions_submission").on(t.submissionId, t.reopenedAt)],
);

/** The rules of approval of a consortium, one row for each version; the highest number holds. */
export const approvalRules = pgTable(
  "approval_rules",
  {
    projectId: uuid("project_id")
      .notNull()
      .references(() => projects.id),
    number: integer("number").notNull(),
    recommendations: integer("recommendations").notNull(),
    organisations: integer("organisations").notNull(),
    mustFindingsBlock: boolean("must_findings_block").notNull(),
    changedBy: uuid("changed_by")
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.number] })],
);

/** The rubrics of a consortium by kind of output, one row for each version; the highest number holds. */
export const rubrics = pgTable(
  "rubrics",
  {
    projectId: uuid("project_id")
      .notNull()
      .references(() => projects.id),
    type: text("type", { enum: outputTypes }).notNull(),
    number: integer("number").notNull(),
    criteria: jsonb("criteria").$type<Criterion[]>().notNull(),
    changedBy: uuid("changed_by")
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.type, t.number] })],
);
