CREATE TABLE "follows" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"practice_id" uuid,
	"search" text,
	"name" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "follows_once" UNIQUE NULLS NOT DISTINCT("person_id","practice_id","search"),
	CONSTRAINT "follows_one" CHECK (num_nonnulls("follows"."practice_id", "follows"."search") = 1)
);
--> statement-breakpoint
ALTER TABLE "notification_settings" ADD COLUMN "followed_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "follows_person" ON "follows" USING btree ("person_id","id");--> statement-breakpoint
CREATE INDEX "follows_practice" ON "follows" USING btree ("practice_id") WHERE "follows"."practice_id" is not null;