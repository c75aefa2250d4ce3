-- Visitors can report a public page. Databases of earlier releases have no reports.
CREATE TABLE "page_reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"reason" text NOT NULL,
	"text" text NOT NULL,
	"email" text,
	"locale" text NOT NULL,
	"reporter_id" uuid,
	"closed_at" timestamp (3) with time zone,
	"closed_by" uuid,
	"outcome" text,
	"answer" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "page_reports" ADD CONSTRAINT "page_reports_reporter_id_people_id_fk" FOREIGN KEY ("reporter_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "page_reports" ADD CONSTRAINT "page_reports_closed_by_people_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "page_reports_order" ON "page_reports" USING btree (("closed_at" is null),"created_at","id");--> statement-breakpoint
CREATE INDEX "page_reports_reporter" ON "page_reports" USING btree ("reporter_id") WHERE "page_reports"."reporter_id" is not null;--> statement-breakpoint
CREATE INDEX "page_reports_email" ON "page_reports" USING btree ("email") WHERE "page_reports"."email" is not null;