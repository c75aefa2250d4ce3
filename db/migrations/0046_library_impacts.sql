-- The index goes with its column.
CREATE FUNCTION "public"."library_facets"(kind text, country text, field text, licence text, languages text[], topics text[], groups text[], tried_in text[], objectives text[], impacts text[])
RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
	SELECT array['kind:' || kind, 'country:' || country, 'field:' || field, 'licence:' || licence]
		|| array(SELECT DISTINCT 'language:' || x FROM unnest(languages) x)
		|| array(SELECT DISTINCT 'topic:' || x FROM unnest(topics) x)
		|| array(SELECT DISTINCT 'targetGroup:' || x FROM unnest(groups) x)
		|| array(SELECT DISTINCT 'triedIn:' || x FROM unnest(tried_in) x)
		|| array(SELECT DISTINCT 'objective:' || x FROM unnest(objectives) x)
		|| array(SELECT DISTINCT 'impact:' || x FROM unnest(impacts) x)
$$;--> statement-breakpoint
ALTER TABLE "library_items" ADD COLUMN "objectives" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "library_items" ADD COLUMN "impacts" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
-- What is public already is found by what it says it serves.
UPDATE "library_items" i SET "objectives" = u."objectives", "impacts" = u."impacts"
	FROM "publications" u WHERE i."kind" = 'output' AND u."output_id" = i."subject_id";--> statement-breakpoint
UPDATE "library_items" i SET
	"objectives" = array(SELECT jsonb_array_elements_text(e."content"->'objectives')),
	"impacts" = array(SELECT jsonb_array_elements_text(e."content"->'impacts'))
	FROM "practices" p JOIN "practice_editions" e ON e."practice_id" = p."id" AND e."number" = p."edition"
	WHERE i."kind" = 'practice' AND p."id" = i."subject_id";--> statement-breakpoint
ALTER TABLE "library_items" drop column "facets";--> statement-breakpoint
ALTER TABLE "library_items" ADD COLUMN "facets" text[] GENERATED ALWAYS AS (public.library_facets(kind, country, field, licence, languages, topics, target_groups, tried_in, objectives, impacts)) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "library_items_search" ON "library_items" USING gin ("words","facets") WITH (fastupdate=false);--> statement-breakpoint
DROP FUNCTION "public"."library_facets"(text, text, text, text, text[], text[], text[], text[]);
