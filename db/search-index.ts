import { type SQL, sql } from "drizzle-orm";

/**
 * What is searched in a text of a project: its words, and their stems in English, which consortia work in. Indexes and
 * queries have to use the same expression.
 */
export const searchable = (text: SQL): SQL => sql`array_to_tsvector(public.search_lexemes('en', ${text}))`;

/**
 * The letters of a text, by whose trigrams similar words are found in a text of a project. Indexes and queries have to use
 * the same expression.
 */
export const spelling = (text: SQL): SQL => sql`latin_letters(public.search_form(${text}))`;

/** An index for `spelling(text) %> word`. */
export const spellingIndex = (text: SQL): SQL => sql`${spelling(text)} gin_trgm_ops`;
