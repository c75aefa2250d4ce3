import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { type Texts, translationOrigins } from "../../domain/practice-translations";
import { practiceStatuses } from "../../domain/practices";
import type { PracticeContent } from "../../domain/schemas/practices";
import { createdAt, id, timestamptz, revision } from "../columns";
import { searchable, spellingIndex } from "../search-index";
import { organisations } from "./organisations";
import { outputs } from "./outputs";
import { people } from "./people";
import { projects } from "./projects";

/** The working description of a practice. What is public is the edition with its number. */
export const practices = pgTable(
  "practices",
  {
    id: id(),
    slug: text("slug").notNull(),
    projectId: uuid("project_id")
      .notNull()
      .references(() => projects.id),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    authorId: uuid("author_id")
      .notNull()
      .references(() => people.id),
    /** The output that it came from. */
    outputId: uuid("output_id").references(() => outputs.id),
    /** Who agreed to be named as its contact, with their address. */
    contactId: uuid("contact_id").references(() => people.id),
    title: text("title").notNull(),
    content: jsonb("content").$type<PracticeContent>().notNull(),
    /** All texts of the content, which a search of the project reads. */
    body: text("body").notNull().default(""),
    status: text("status", { enum: practiceStatuses }).notNull().default("draft"),
    returnReason: text("return_reason"),
    /** The number of the public edition; null while it is not public. */
    edition: integer("edition"),
    /** When the public edition was published. */
    publishedAt: timestamptz("published_at"),
    withdrawnAt: timestamptz("withdrawn_at"),
    /** Shown to everyone at the address of the practice. */
    withdrawReason: text("withdraw_reason"),
    revision: revision(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("practices_slug").on(t.slug),
    index("practices_project").on(t.projectId, t.createdAt, t.id),
    index("practices_published")
      .on(t.publishedAt, t.id)
      .where(sql`${t.edition} is not null`),
    index("practices_organisation").on(t.organisationId),
    index("practices_output")
      .on(t.outputId)
      .where(sql`${t.outputId} is not null`),
    index("practices_contact")
      .on(t.contactId)
      .where(sql`${t.contactId} is not null`),
    index("practices_search").using("gin", searchable(sql`${t.title} || ' ' || ${t.body}`)),
    index("practices_spelling").using("gin", spellingIndex(sql`${t.title} || ' ' || ${t.body}`)),
  ],
);

/** What was published of a practice, each time. */
export const practiceEditions = pgTable(
  "practice_editions",
  {
    id: id(),
    practiceId: uuid("practice_id")
      .notNull()
      .references(() => practices.id),
    number: integer("number").notNull(),
    content: jsonb("content").$type<PracticeContent>().notNull(),
    body: text("body").notNull(),
    publishedBy: uuid("published_by")
      .notNull()
      .references(() => people.id),
    publishedAt: timestamptz("published_at").notNull(),
  },
  (t) => [uniqueIndex("practice_editions_number").on(t.practiceId, t.number)],
);

/** The texts of a practice in another language. The original texts show which of them are out of date. */
export const practiceTranslations = pgTable(
  "practice_translations",
  {
    practiceId: uuid("practice_id")
      .notNull()
      .references(() => practices.id),
    language: text("language").notNull(),
    origin: text("origin", { enum: translationOrigins }).notNull(),
    /** By their path in the description: "steps.0.text". */
    texts: jsonb("texts").$type<Texts>().notNull(),
    /** The original of each text when it was translated. */
    sources: jsonb("sources").$type<Texts>().notNull(),
    translatorId: uuid("translator_id")
      .notNull()
      .references(() => people.id),
    /** The id of the last save, so that a repeated one changes nothing. */
    lastSaveId: uuid("last_save_id").notNull(),
    revision: revision(),
    updatedAt: timestamptz("updated_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.language] }),
    index("practice_translations_translator").on(t.translatorId),
  ],
);
