import { type SQL, sql } from "drizzle-orm";

/**
 * What is searched in a text of a project: its words, and their stems in English, which consortia work in. Indexes and
 * queries have to use the same expression.
 */
export const searchable = (text: SQL): SQL => sql`array_to_tsvector(public.search_lexemes('en', ${text}))`;
