import {
  bigint,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { eventKinds } from "../../domain/events/event";
import { timestamptz } from "../columns";
import { organisations } from "./organisations";
import { people } from "./people";
import { projects } from "./projects";

/**
 * Append-only: who did what, for which organisation, when. Only server/events/record.ts inserts; triggers refuse UPDATE,
 * DELETE and TRUNCATE. Rows name people by id: names are read from `people`, also those in the data.
 */
export const activity = pgTable(
  "activity",
  {
    id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
    at: timestamptz("at").notNull(),
    projectId: uuid("project_id").references(() => projects.id),
    /** No foreign key: an organisation that was only named is deleted when another one takes its participation. */
    organisationId: uuid("organisation_id"),
    personId: uuid("person_id").references(() => people.id),
    outputId: uuid("output_id"),
    type: text("type").notNull(),
    /** The kind of the event's type, stored so that an index finds it; null for events of an account or an organisation. */
    kind: text("kind", { enum: eventKinds }),
    data: jsonb("data").notNull(),
  },
  // One index for each filter of the feed, which is read newest first. The person comes first in its indexes, so that
  // they also find the events of an account. activity_project and activity_months_key also hold the columns that are
  // counted (INCLUDE, in 0019_cover_activity_counts.sql).
  (t) => [
    index("activity_project").on(t.projectId, t.at, t.id),
    index("activity_project_kind").on(t.projectId, t.kind, t.at, t.id),
    index("activity_organisation").on(t.projectId, t.organisationId, t.at, t.id),
    index("activity_organisation_kind").on(t.projectId, t.organisationId, t.kind, t.at, t.id),
    index("activity_person").on(t.personId, t.projectId, t.at, t.id),
    index("activity_person_kind").on(t.personId, t.projectId, t.kind, t.at, t.id),
    index("activity_output").on(t.outputId, t.at, t.id),
  ],
);

/** An account that was merged, and the account that remains: reads of the record show one for the other. */
export const personAliases = pgTable(
  "person_aliases",
  {
    fromPersonId: uuid("from_person_id")
      .primaryKey()
      .references(() => people.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
  },
  (t) => [index("person_aliases_person").on(t.personId)],
);

/** An organisation that was only named in a project, and the one that took its participation there. */
export const organisationAliases = pgTable(
  "organisation_aliases",
  {
    projectId: uuid("project_id")
      .notNull()
      .references(() => projects.id),
    fromOrganisationId: uuid("from_organisation_id").notNull(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
  },
  (t) => [
    primaryKey({ columns: [t.projectId, t.fromOrganisationId] }),
    index("organisation_aliases_organisation").on(t.projectId, t.organisationId),
  ],
);

/** Rows of `activity` that are not sealed yet. A trigger adds them, seal_activity() removes them. */
export const activityPending = pgTable(
  "activity_pending",
  {
    activityId: bigint("activity_id", { mode: "bigint" }).primaryKey(),
    projectId: uuid("project_id"),
    since: timestamptz("since").notNull(),
  },
  (t) => [index("activity_pending_project").on(t.projectId)],
);

/** The end of each chain of seals: one for a project, or else for an organisation or a person. */
export const activityChains = pgTable(
  "activity_chains",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    kind: text("kind", { enum: ["project", "organisation", "person", "server"] }).notNull(),
    subjectId: uuid("subject_id").notNull(),
    /** How many rows are sealed in this chain, and the hash of the last one. */
    number: bigint("number", { mode: "bigint" }).notNull(),
    hash: text("hash").notNull(),
  },
  (t) => [unique("activity_chains_subject").on(t.kind, t.subjectId)],
);

/**
 * The seal of a row: SHA-256, in hexadecimal, of its number in the chain, the hash before it and the stored form of the
 * row. No foreign key to `activity`, so that a seal whose row was removed is found.
 */
export const activitySeals = pgTable(
  "activity_seals",
  {
    activityId: bigint("activity_id", { mode: "bigint" }).primaryKey(),
    chainId: integer("chain_id")
      .notNull()
      .references(() => activityChains.id),
    number: bigint("number", { mode: "bigint" }).notNull(),
    previous: text("previous").notNull(),
    hash: text("hash").notNull(),
    sealedAt: timestamptz("sealed_at").notNull(),
  },
  (t) => [uniqueIndex("activity_seals_chain").on(t.chainId, t.number)],
);

/**
 * How many sealed rows there are in a month in Brussels, by project, organisation and person as they are stored. With the
 * rows in `activity_pending` these are all rows of `activity`; rebuild_activity_months() counts again.
 */
export const activityMonths = pgTable(
  "activity_months",
  {
    projectId: uuid("project_id"),
    organisationId: uuid("organisation_id"),
    personId: uuid("person_id"),
    /** The first day of the month. */
    month: date("month").notNull(),
    count: integer("count").notNull(),
    /** How many of them are of the types in domain/events/figures.ts; seal_activity() repeats those types. */
    versions: integer("versions").notNull(),
    comments: integer("comments").notNull(),
  },
  (t) => [unique("activity_months_key").on(t.projectId, t.month, t.organisationId, t.personId).nullsNotDistinct()],
);
