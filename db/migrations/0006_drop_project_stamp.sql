-- Pages are read from the tables again, so nothing asks whether a project has changed.
DROP TRIGGER "organisations_stamp" ON "organisations";--> statement-breakpoint
DROP TRIGGER "people_stamp" ON "people";--> statement-breakpoint
DROP TRIGGER "outputs_stamp" ON "outputs";--> statement-breakpoint
DROP TRIGGER "work_packages_stamp" ON "work_packages";--> statement-breakpoint
DROP TRIGGER "participations_stamp" ON "participations";--> statement-breakpoint
DROP TRIGGER "activity_stamp" ON "activity";--> statement-breakpoint
DROP TRIGGER "projects_stamp" ON "projects";--> statement-breakpoint
DROP FUNCTION "stamp_projects_of_organisation"();--> statement-breakpoint
DROP FUNCTION "stamp_projects_of_person"();--> statement-breakpoint
DROP FUNCTION "stamp_own_project"();--> statement-breakpoint
DROP FUNCTION "stamp_projects"(uuid[]);--> statement-breakpoint
DROP FUNCTION "set_stamp"();--> statement-breakpoint
ALTER TABLE "projects" DROP COLUMN "stamp";
