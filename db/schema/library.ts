import { sql } from "drizzle-orm";
import { customType, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { libraryKinds } from "../../domain/library";
import { timestamptz } from "../columns";
import { projects } from "./projects";

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

const textList = (name: string) =>
  text(name)
    .array()
    .notNull()
    .default(sql`'{}'::text[]`);

/**
 * The search index of the public library, one row per public thing. Derived: the acts that change what is public write
 * it in their transaction (server/library/commands), and `npm run library:rebuild` makes it anew.
 */
export const libraryItems = pgTable(
  "library_items",
  {
    kind: text("kind", { enum: libraryKinds }).notNull(),
    /** The id of the output or the practice. */
    subjectId: uuid("subject_id").notNull(),
    projectId: uuid("project_id")
      .notNull()
      .references(() => projects.id),
    slug: text("slug").notNull(),
    title: text("title").notNull(),
    summary: text("summary").notNull(),
    /** All parts of the text. */
    body: text("body").notNull(),
    language: text("language").notNull(),
    /** All languages that it exists in. */
    languages: textList("languages"),
    country: text("country").notNull(),
    field: text("field").notNull(),
    topics: textList("topics"),
    targetGroups: textList("target_groups"),
    objectives: textList("objectives"),
    impacts: textList("impacts"),
    licence: text("licence").notNull(),
    /** Countries in which other organisations tried a practice. */
    triedIn: textList("tried_in"),
    organisation: text("organisation").notNull(),
    /** Names that it is found by: its organisations, their towns, its project, keywords. */
    names: text("names").notNull(),
    acronym: text("acronym").notNull(),
    publishedAt: timestamptz("published_at").notNull(),
    /** The values of all filters, each with its name: `country:GR`. */
    facets: text("facets")
      .array()
      .notNull()
      .generatedAlwaysAs(
        sql`public.library_facets(kind, country, field, licence, languages, topics, target_groups, tried_in, objectives, impacts)`,
      ),
    /** Every word and every stem, which a search looks up. */
    words: tsvector("words")
      .notNull()
      .generatedAlwaysAs(
        sql`array_to_tsvector(public.search_lexemes(language, title || ' ' || summary || ' ' || body) || public.search_lexemes('', names))`,
      ),
    /** What hits are ranked by: small, because reading the words of long texts would take most of the time. */
    weighted: tsvector("weighted")
      .notNull()
      .generatedAlwaysAs(sql`public.search_weighted(language, title, names, summary)`),
  },
  (t) => [
    primaryKey({ columns: [t.kind, t.subjectId] }),
    // Without the list of pending entries, which every search would read from end to end.
    index("library_items_search").using("gin", t.words, t.facets).with({ fastupdate: false }),
    index("library_items_newest").on(t.publishedAt, t.subjectId),
    index("library_items_kind").on(t.kind, t.publishedAt, t.subjectId),
    index("library_items_project").on(t.projectId),
  ],
);

/** The words of the library's items, in which a misspelt word is looked up. Derived, as `library_items`. */
export const libraryWords = pgTable("library_words", { word: text("word").primaryKey() }, (t) => [
  index("library_words_trgm").using("gin", sql`latin_letters(${t.word}) gin_trgm_ops`),
  // For beginnings of words, in every collation.
  index("library_words_beginning").on(t.word.op("text_pattern_ops")),
]);
