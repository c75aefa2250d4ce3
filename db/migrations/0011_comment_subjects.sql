-- A comment has a subject of a type. All comments of earlier releases are on submissions. The new column has no foreign
-- key, because later types refer to other tables.
ALTER TABLE "comments" DROP CONSTRAINT "comments_submission_id_submissions_id_fk";
--> statement-breakpoint
DROP INDEX "comments_submission";
--> statement-breakpoint
ALTER TABLE "comments" RENAME COLUMN "submission_id" TO "subject_id";
--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "subject_type" text NOT NULL DEFAULT 'submission';
--> statement-breakpoint
ALTER TABLE "comments" ALTER COLUMN "subject_type" DROP DEFAULT;
--> statement-breakpoint
CREATE INDEX "comments_subject" ON "comments" USING btree ("subject_type","subject_id","created_at","id");
