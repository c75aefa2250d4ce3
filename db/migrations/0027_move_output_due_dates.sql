-- Outputs of earlier releases keep their due date as the first one; how it moved before is not known.
CREATE TABLE "output_due_dates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"output_id" uuid NOT NULL,
	"due_from" date,
	"due_to" date NOT NULL,
	"reason" text NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "outputs" ADD COLUMN "first_due_on" date;--> statement-breakpoint
UPDATE "outputs" SET "first_due_on" = "due_on";--> statement-breakpoint
ALTER TABLE "output_due_dates" ADD CONSTRAINT "output_due_dates_output_id_outputs_id_fk" FOREIGN KEY ("output_id") REFERENCES "public"."outputs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "output_due_dates" ADD CONSTRAINT "output_due_dates_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "output_due_dates" ADD CONSTRAINT "output_due_dates_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "output_due_dates_output" ON "output_due_dates" USING btree ("output_id","created_at","id");