CREATE TABLE "act_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"person_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"act" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"mail_key" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "act_links" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "act_links" ADD CONSTRAINT "act_links_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "act_links" ADD CONSTRAINT "act_links_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "act_links_hash" ON "act_links" USING btree ("hash");--> statement-breakpoint
CREATE UNIQUE INDEX "act_links_mail" ON "act_links" USING btree ("mail_key","act");--> statement-breakpoint
CREATE INDEX "act_links_person" ON "act_links" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "act_links_expires" ON "act_links" USING btree ("expires_at");