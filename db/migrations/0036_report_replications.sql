CREATE TABLE "replications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"practice_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"content" jsonb NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"answer" text DEFAULT '' NOT NULL,
	"answered_by" uuid,
	"answered_at" timestamp (3) with time zone,
	"published_at" timestamp (3) with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
-- Nothing was tried before: every item keeps its filters. The index goes with its column.
CREATE FUNCTION "public"."library_facets"(kind text, country text, field text, licence text, languages text[], topics text[], groups text[], tried_in text[])
RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
	SELECT array['kind:' || kind, 'country:' || country, 'field:' || field, 'licence:' || licence]
		|| array(SELECT DISTINCT 'language:' || x FROM unnest(languages) x)
		|| array(SELECT DISTINCT 'topic:' || x FROM unnest(topics) x)
		|| array(SELECT DISTINCT 'targetGroup:' || x FROM unnest(groups) x)
		|| array(SELECT DISTINCT 'triedIn:' || x FROM unnest(tried_in) x)
$$;--> statement-breakpoint
ALTER TABLE "library_items" ADD COLUMN "tried_in" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "library_items" drop column "facets";--> statement-breakpoint
ALTER TABLE "library_items" ADD COLUMN "facets" text[] GENERATED ALWAYS AS (public.library_facets(kind, country, field, licence, languages, topics, target_groups, tried_in)) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "library_items_search" ON "library_items" USING gin ("words","facets") WITH (fastupdate=false);--> statement-breakpoint
DROP FUNCTION "public"."library_facets"(text, text, text, text, text[], text[], text[]);--> statement-breakpoint
ALTER TABLE "replications" ADD CONSTRAINT "replications_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replications" ADD CONSTRAINT "replications_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replications" ADD CONSTRAINT "replications_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replications" ADD CONSTRAINT "replications_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "replications_practice" ON "replications" USING btree ("practice_id","id");--> statement-breakpoint
CREATE INDEX "replications_organisation" ON "replications" USING btree ("organisation_id","id");--> statement-breakpoint
CREATE INDEX "replications_author" ON "replications" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "replications_waiting" ON "replications" USING btree ("sent_at") WHERE "replications"."status" = 'sent';