DROP INDEX "reviews_project";--> statement-breakpoint
CREATE INDEX "reviews_organisation" ON "reviews" USING btree ("project_id","organisation_id","created_at","id");