CREATE TABLE "absences" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"until" date NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"stand_in_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_stand_in_id_people_id_fk" FOREIGN KEY ("stand_in_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "absences_stand_in" ON "absences" USING btree ("stand_in_id") WHERE "absences"."stand_in_id" is not null;