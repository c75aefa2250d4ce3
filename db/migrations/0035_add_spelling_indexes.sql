CREATE INDEX "people_spelling" ON "people" USING gin (latin_letters(public.search_form("name")) gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "organisations_spelling" ON "organisations" USING gin (latin_letters(public.search_form("legal_name" || ' ' || "short_name" || ' ' || coalesce("city", ''))) gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "output_files_spelling" ON "output_files" USING gin (latin_letters(public.search_form("name")) gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "outputs_spelling" ON "outputs" USING gin (latin_letters(public.search_form("title" || ' ' || "description")) gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "comments_spelling" ON "comments" USING gin (latin_letters(public.search_form("text")) gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "practices_spelling" ON "practices" USING gin (latin_letters(public.search_form("title" || ' ' || "body")) gin_trgm_ops);