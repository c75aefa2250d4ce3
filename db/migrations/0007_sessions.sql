CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"browser" text DEFAULT '' NOT NULL,
	"system" text DEFAULT '' NOT NULL,
	"verified_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id","last_seen_at","id");--> statement-breakpoint
CREATE INDEX "sessions_last_seen" ON "sessions" USING btree ("last_seen_at");
--> statement-breakpoint
-- Jobs that failed for good in an earlier release hold the raw tokens of their links. Sessions of that release have no
-- rows: their cookies become rows when they are first used.
DO $$
BEGIN
	IF to_regclass('graphile_worker._private_jobs') IS NOT NULL THEN
		UPDATE graphile_worker._private_jobs SET payload = (payload::jsonb #- '{props,token}')::json
		WHERE attempts >= max_attempts AND payload::jsonb #> '{props,token}' IS NOT NULL;
	END IF;
END $$;
