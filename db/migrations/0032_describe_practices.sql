-- The four parts of a practice become a description in one value: the need, one step, one observation, and what it takes.
-- Published practices become their first edition. Those that the record says were withdrawn keep why, when their form said
-- that everyone reads it.
CREATE TABLE "practice_editions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"practice_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"content" jsonb NOT NULL,
	"body" text NOT NULL,
	"published_by" uuid NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
DROP INDEX "practices_published";--> statement-breakpoint
DROP INDEX "practices_search";--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "owners_publish" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "practices" ADD COLUMN "output_id" uuid;--> statement-breakpoint
ALTER TABLE "practices" ADD COLUMN "contact_id" uuid;--> statement-breakpoint
ALTER TABLE "practices" ADD COLUMN "content" jsonb;--> statement-breakpoint
ALTER TABLE "practices" ADD COLUMN "body" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "practices" ADD COLUMN "edition" integer;--> statement-breakpoint
ALTER TABLE "practices" ADD COLUMN "withdrawn_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "practices" ADD COLUMN "withdraw_reason" text;--> statement-breakpoint
UPDATE "practices" SET "content" = jsonb_build_object(
    'title', title, 'need', need, 'setting', null, 'country', null, 'field', field, 'targetGroups', '[]'::jsonb,
    'targetGroup', target_group, 'eqfLevel', null, 'iscedField', null,
    'steps', case when done = '' then '[]'::jsonb
      else jsonb_build_array(jsonb_build_object('text', done, 'time', '', 'material', '')) end,
    'resources', jsonb_build_object('time', '', 'people', '', 'money', '', 'rooms', '', 'other', takes),
    'evidence', case when changed = '' then '[]'::jsonb
      else jsonb_build_array(jsonb_build_object('kind', 'observation', 'text', changed, 'source', '')) end,
    'conditions', '', 'transfer', '', 'language', language, 'languages', to_jsonb(languages), 'licence', licence,
    'topics', '[]'::jsonb, 'objectives', '[]'::jsonb, 'impacts', '[]'::jsonb),
  "body" = concat_ws(E'\n\n', nullif(need, ''), nullif(target_group, ''), nullif(done, ''), nullif(takes, ''), nullif(changed, ''));
--> statement-breakpoint
ALTER TABLE "practices" ALTER COLUMN "content" SET NOT NULL;
--> statement-breakpoint
INSERT INTO "practice_editions" ("id", "practice_id", "number", "content", "body", "published_by", "published_at")
  SELECT gen_random_uuid(), p.id, 1, p.content, p.body, coalesce((select a.person_id from activity a
      where a.project_id = p.project_id and a.type = 'practice.published' and a.data->>'practiceId' = p.id::text
        and exists (select from people pe where pe.id = a.person_id)
      order by a.id desc limit 1), p.author_id), p.published_at
  FROM "practices" p WHERE p.status = 'published' and p.published_at is not null;
--> statement-breakpoint
UPDATE "practices" SET "edition" = 1 WHERE status = 'published' and published_at is not null;
--> statement-breakpoint
UPDATE "practices" r SET "withdrawn_at" = w.at, "withdraw_reason" = w.reason FROM (
  select distinct on (p.id) p.id, a.at,
    case when a.type = 'practice.taken_down' or (a.data->>'reasonIsPublic')::boolean then a.data->>'reason' end as reason
  from practices p
  cross join lateral (select max(b.id) as id from activity b where b.project_id = p.project_id
    and b.type = 'practice.published' and b.data->>'practiceId' = p.id::text) published
  join activity a on a.project_id = p.project_id and a.id > published.id
    and a.type in ('practice.returned', 'practice.taken_down') and a.data->>'practiceId' = p.id::text
  where p.status <> 'published' order by p.id, a.id) w
WHERE r.id = w.id;
--> statement-breakpoint
--> statement-breakpoint
ALTER TABLE "practice_editions" ADD CONSTRAINT "practice_editions_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_editions" ADD CONSTRAINT "practice_editions_published_by_people_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "practice_editions_number" ON "practice_editions" USING btree ("practice_id","number");--> statement-breakpoint
ALTER TABLE "practices" ADD CONSTRAINT "practices_output_id_outputs_id_fk" FOREIGN KEY ("output_id") REFERENCES "public"."outputs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practices" ADD CONSTRAINT "practices_contact_id_people_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "practices_output" ON "practices" USING btree ("output_id") WHERE "practices"."output_id" is not null;--> statement-breakpoint
CREATE INDEX "practices_contact" ON "practices" USING btree ("contact_id") WHERE "practices"."contact_id" is not null;--> statement-breakpoint
CREATE INDEX "practices_published" ON "practices" USING btree ("published_at","id") WHERE "practices"."edition" is not null;--> statement-breakpoint
CREATE INDEX "practices_search" ON "practices" USING gin (array_to_tsvector(public.search_lexemes('en', "title" || ' ' || "body")));