-- What is searched in projects: texts that exist already get their index entries here. Words are what is between spaces:
-- PostgreSQL's parser splits some that have digits, such as 5e12ab, which were then not found. The rows of the library are
-- written again for that.
CREATE OR REPLACE FUNCTION "public"."search_lexemes"(language text, "text" text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
	SELECT array(
		SELECT DISTINCT word FROM unnest(string_to_array(form, ' ')) word WHERE length(word) BETWEEN 1 AND 100
		UNION ALL
		SELECT CASE WHEN language IN ('nb', 'nn') THEN 'no' ELSE language END || '=' || stem
			FROM unnest(tsvector_to_array(to_tsvector(public.search_config(language), form))) stem
			WHERE length(stem) <= 100 AND public.search_config(language) <> 'pg_catalog.simple'::regconfig)
	FROM (SELECT public.search_form("text") AS form) f
$$;
--> statement-breakpoint
UPDATE "library_items" SET "title" = "title";
--> statement-breakpoint
CREATE INDEX "people_search" ON "people" USING gin (array_to_tsvector(public.search_lexemes('en', "name")));--> statement-breakpoint
CREATE INDEX "organisations_search" ON "organisations" USING gin (array_to_tsvector(public.search_lexemes('en', "legal_name" || ' ' || "short_name" || ' ' || coalesce("city", ''))));--> statement-breakpoint
CREATE INDEX "output_files_search" ON "output_files" USING gin (array_to_tsvector(public.search_lexemes('en', "name")));--> statement-breakpoint
CREATE INDEX "outputs_search" ON "outputs" USING gin (array_to_tsvector(public.search_lexemes('en', "title" || ' ' || "description")));--> statement-breakpoint
CREATE INDEX "comments_search" ON "comments" USING gin (array_to_tsvector(public.search_lexemes('en', "text")));--> statement-breakpoint
CREATE INDEX "practices_search" ON "practices" USING gin (array_to_tsvector(public.search_lexemes('en', "title" || ' ' || "need" || ' ' || "done" || ' ' || "changed" || ' ' || "takes" || ' ' || "target_group")));
