-- Outputs get public pages. Earlier releases only recorded that an output was published somewhere else, and promised that
-- no file becomes public here: such outputs become "approved" again, so that their coordinator chooses what becomes public
-- and under which licence. The record of activity keeps who marked them and when. Projects and organisations get the
-- address of a public page from their acronym or short name; the page exists only once something is published.
CREATE TABLE "file_downloads" (
	"version_id" uuid NOT NULL,
	"day" date NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "file_downloads_version_id_day_pk" PRIMARY KEY("version_id","day")
);
--> statement-breakpoint
CREATE TABLE "former_addresses" (
	"kind" text NOT NULL,
	"slug" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "former_addresses_kind_slug_pk" PRIMARY KEY("kind","slug")
);
--> statement-breakpoint
CREATE TABLE "publication_organisations" (
	"publication_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "publication_organisations_publication_id_organisation_id_pk" PRIMARY KEY("publication_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "publication_people" (
	"publication_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"consent" text DEFAULT 'asked' NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "publication_people_publication_id_person_id_pk" PRIMARY KEY("publication_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "publication_versions" (
	"publication_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	CONSTRAINT "publication_versions_publication_id_version_id_pk" PRIMARY KEY("publication_id","version_id")
);
--> statement-breakpoint
CREATE TABLE "publications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"output_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"status" text NOT NULL,
	"title" text NOT NULL,
	"abstract" text NOT NULL,
	"language" text NOT NULL,
	"languages" text[] DEFAULT '{}'::text[] NOT NULL,
	"keywords" text[] DEFAULT '{}'::text[] NOT NULL,
	"topics" text[] DEFAULT '{}'::text[] NOT NULL,
	"target_groups" text[] DEFAULT '{}'::text[] NOT NULL,
	"eqf_level" smallint,
	"isced_field" text,
	"licence" text NOT NULL,
	"cover_version_id" uuid,
	"cover_text" text DEFAULT '' NOT NULL,
	"objectives" text[] DEFAULT '{}'::text[] NOT NULL,
	"impacts" text[] DEFAULT '{}'::text[] NOT NULL,
	"published_by" uuid NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"withdraw_reason" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
-- Letters for which latin_letters() has a digit or another letter, because it compares names and does not show them.
CREATE FUNCTION pg_temp.spelt_out(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT
RETURN replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace($1, 'ς', 's'), 'θ', 'th'), 'η', 'i'), 'ξ', 'x'), 'χ', 'ch'), 'ψ', 'ps'), 'ω', 'o'), 'ж', 'zh'), 'ч', 'ch'), 'ш', 'sh'), 'щ', 'sht'), 'ю', 'yu'), 'я', 'ya'), 'æ', 'ae'), 'œ', 'oe'), 'ß', 'ss');--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "public_slug" text;--> statement-breakpoint
UPDATE "organisations" SET "public_slug" = coalesce(nullif(trim(both '-' from left(regexp_replace(latin_letters(
    pg_temp.spelt_out(regexp_replace(normalize(lower("short_name"), NFD), '[\u0300-\u036f]', '', 'g'))), '[^a-z0-9]+', '-', 'g'), 40)), ''),
    'partner') || '-' || left(md5("id"::text), 8);--> statement-breakpoint
ALTER TABLE "organisations" ALTER COLUMN "public_slug" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "public_page_hidden" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "public_slug" text;--> statement-breakpoint
UPDATE "projects" SET "public_slug" = coalesce(nullif(trim(both '-' from left(regexp_replace(latin_letters(
    pg_temp.spelt_out(regexp_replace(normalize(lower("acronym"), NFD), '[\u0300-\u036f]', '', 'g'))), '[^a-z0-9]+', '-', 'g'), 40)), ''),
    'partnership') || '-' || left(md5("id"::text), 8);--> statement-breakpoint
ALTER TABLE "projects" ALTER COLUMN "public_slug" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "public_page" boolean;--> statement-breakpoint
ALTER TABLE "file_downloads" ADD CONSTRAINT "file_downloads_version_id_file_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."file_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_organisations" ADD CONSTRAINT "publication_organisations_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_organisations" ADD CONSTRAINT "publication_organisations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_people" ADD CONSTRAINT "publication_people_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_people" ADD CONSTRAINT "publication_people_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_versions" ADD CONSTRAINT "publication_versions_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_versions" ADD CONSTRAINT "publication_versions_version_id_file_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."file_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_output_id_outputs_id_fk" FOREIGN KEY ("output_id") REFERENCES "public"."outputs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_cover_version_id_file_versions_id_fk" FOREIGN KEY ("cover_version_id") REFERENCES "public"."file_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_published_by_people_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "publication_organisations_organisation" ON "publication_organisations" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "publication_people_asked" ON "publication_people" USING btree ("person_id") WHERE "publication_people"."consent" = 'asked';--> statement-breakpoint
CREATE INDEX "publication_versions_version" ON "publication_versions" USING btree ("version_id");--> statement-breakpoint
CREATE UNIQUE INDEX "publications_output" ON "publications" USING btree ("output_id");--> statement-breakpoint
CREATE UNIQUE INDEX "publications_slug" ON "publications" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "publications_project" ON "publications" USING btree ("project_id","published_at","id");--> statement-breakpoint
CREATE INDEX "publications_published" ON "publications" USING btree ("published_at","id") WHERE "publications"."status" = 'published';--> statement-breakpoint
CREATE INDEX "publications_cover" ON "publications" USING btree ("cover_version_id") WHERE "publications"."cover_version_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_public_slug" ON "organisations" USING btree ("public_slug");--> statement-breakpoint
CREATE UNIQUE INDEX "projects_public_slug" ON "projects" USING btree ("public_slug");--> statement-breakpoint
UPDATE "outputs" SET "status" = 'approved' WHERE "status" = 'published';
