import { sql } from "drizzle-orm";
import { date, index, integer, pgTable, primaryKey, smallint, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { addressKinds, nameConsents, publicationStatuses } from "../../domain/publications";
import { createdAt, id, timestamptz, revision } from "../columns";
import { organisations } from "./organisations";
import { fileVersions, outputs } from "./outputs";
import { people } from "./people";
import { projects } from "./projects";

const list = (name: string) =>
  text(name)
    .array()
    .notNull()
    .default(sql`'{}'::text[]`);

/** The public page of an output. A withdrawn one keeps its row, so that its address says so. */
export const publications = pgTable(
  "publications",
  {
    id: id(),
    projectId: uuid("project_id")
      .notNull()
      .references(() => projects.id),
    outputId: uuid("output_id")
      .notNull()
      .references(() => outputs.id),
    slug: text("slug").notNull(),
    status: text("status", { enum: publicationStatuses }).notNull(),
    title: text("title").notNull(),
    abstract: text("abstract").notNull(),
    /** The language of the title and the abstract. */
    language: text("language").notNull(),
    /** The languages of the files. */
    languages: list("languages"),
    keywords: list("keywords"),
    topics: list("topics"),
    targetGroups: list("target_groups"),
    /** A level of the European Qualifications Framework, 1 to 8. */
    eqfLevel: smallint("eqf_level"),
    /** A broad (two digits) or narrow (three digits) field of ISCED-F 2013. */
    iscedField: text("isced_field"),
    /** An SPDX identifier of an open licence. */
    licence: text("licence").notNull(),
    coverVersionId: uuid("cover_version_id").references(() => fileVersions.id),
    coverText: text("cover_text").notNull().default(""),
    objectives: list("objectives"),
    impacts: list("impacts"),
    /** Who published it last, and confirmed that the people shown or named in the files have agreed. */
    publishedBy: uuid("published_by")
      .notNull()
      .references(() => people.id),
    publishedAt: timestamptz("published_at").notNull(),
    withdrawnAt: timestamptz("withdrawn_at"),
    withdrawReason: text("withdraw_reason"),
    revision: revision(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("publications_output").on(t.outputId),
    uniqueIndex("publications_slug").on(t.slug),
    index("publications_project").on(t.projectId, t.publishedAt, t.id),
    index("publications_published")
      .on(t.publishedAt, t.id)
      .where(sql`${t.status} = 'published'`),
    index("publications_cover")
      .on(t.coverVersionId)
      .where(sql`${t.coverVersionId} is not null`),
  ],
);

/** The approved versions that everyone can download. */
export const publicationVersions = pgTable(
  "publication_versions",
  {
    publicationId: uuid("publication_id")
      .notNull()
      .references(() => publications.id),
    versionId: uuid("version_id")
      .notNull()
      .references(() => fileVersions.id),
  },
  (t) => [
    primaryKey({ columns: [t.publicationId, t.versionId] }),
    index("publication_versions_version").on(t.versionId),
  ],
);

/** Organisations that are named as authors, in this order. */
export const publicationOrganisations = pgTable(
  "publication_organisations",
  {
    publicationId: uuid("publication_id")
      .notNull()
      .references(() => publications.id),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    position: integer("position").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.publicationId, t.organisationId] }),
    index("publication_organisations_organisation").on(t.organisationId),
  ],
);

/** People who are to be named as authors, in this order. A name is public only while its consent is "agreed". */
export const publicationPeople = pgTable(
  "publication_people",
  {
    publicationId: uuid("publication_id")
      .notNull()
      .references(() => publications.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    position: integer("position").notNull(),
    consent: text("consent", { enum: nameConsents }).notNull().default("asked"),
    askedAt: timestamptz("asked_at").notNull(),
    answeredAt: timestamptz("answered_at"),
  },
  (t) => [
    primaryKey({ columns: [t.publicationId, t.personId] }),
    index("publication_people_asked")
      .on(t.personId)
      .where(sql`${t.consent} = 'asked'`),
  ],
);

/**
 * Addresses of public pages before a title, an acronym or a name changed: they redirect to the current one, which is in
 * the row of the subject (an output's publication, a project, an organisation).
 */
export const formerAddresses = pgTable(
  "former_addresses",
  {
    kind: text("kind", { enum: addressKinds }).notNull(),
    slug: text("slug").notNull(),
    subjectId: uuid("subject_id").notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.slug] })],
);

/** Downloads of public files per day, without anything about who downloaded. */
export const fileDownloads = pgTable(
  "file_downloads",
  {
    versionId: uuid("version_id")
      .notNull()
      .references(() => fileVersions.id),
    day: date("day", { mode: "string" }).notNull(),
    count: integer("count").notNull(),
  },
  (t) => [primaryKey({ columns: [t.versionId, t.day] })],
);
