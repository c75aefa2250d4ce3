-- The figures of partners and the matrix are counted from these two indexes alone: the columns that they count are in
-- them, so that a project with many rows does not read the table for each. Drizzle has no INCLUDE; the names stay.
DROP INDEX "activity_project";
--> statement-breakpoint
CREATE INDEX "activity_project" ON "activity" USING btree ("project_id","at","id") INCLUDE ("organisation_id","person_id","type");
--> statement-breakpoint
ALTER TABLE "activity_months" DROP CONSTRAINT "activity_months_key";
--> statement-breakpoint
ALTER TABLE "activity_months" ADD CONSTRAINT "activity_months_key" UNIQUE NULLS NOT DISTINCT("project_id","month","organisation_id","person_id") INCLUDE ("count","versions","comments");
