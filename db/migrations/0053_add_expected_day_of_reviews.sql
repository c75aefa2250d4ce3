DROP INDEX "reviews_due";--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "expected_on" date GENERATED ALWAYS AS (coalesce(answer_by, due_on)) STORED;--> statement-breakpoint
CREATE INDEX "reviews_due" ON "reviews" USING btree ("project_id","expected_on","id") WHERE "reviews"."expected_on" is not null;