CREATE TABLE "attachments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"practice_id" uuid,
	"replication_id" uuid,
	"blob_id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"number" integer NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "attachments_subject" CHECK (num_nonnulls("attachments"."practice_id", "attachments"."replication_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "uploads" ALTER COLUMN "project_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "uploads" ALTER COLUMN "output_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "uploads" ADD COLUMN "practice_id" uuid;--> statement-breakpoint
ALTER TABLE "uploads" ADD COLUMN "replication_id" uuid;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_replication_id_replications_id_fk" FOREIGN KEY ("replication_id") REFERENCES "public"."replications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_blob_id_blobs_id_fk" FOREIGN KEY ("blob_id") REFERENCES "public"."blobs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_uploaded_by_people_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachments_practice" ON "attachments" USING btree ("practice_id","name_key");--> statement-breakpoint
CREATE INDEX "attachments_replication" ON "attachments" USING btree ("replication_id","name_key");--> statement-breakpoint
CREATE INDEX "attachments_blob" ON "attachments" USING btree ("blob_id");--> statement-breakpoint
CREATE INDEX "attachments_uploader" ON "attachments" USING btree ("uploaded_by");--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_subject" CHECK (num_nonnulls("uploads"."output_id", "uploads"."practice_id", "uploads"."replication_id") = 1);--> statement-breakpoint
-- A description without files has an empty list of them.
UPDATE "practices" SET "content" = "content" || '{"files": []}' WHERE NOT "content" ? 'files';--> statement-breakpoint
UPDATE "practice_editions" SET "content" = "content" || '{"files": []}' WHERE NOT "content" ? 'files';--> statement-breakpoint
UPDATE "replications" SET "content" = "content" || '{"files": []}' WHERE NOT "content" ? 'files';
