ALTER TABLE "projects" ADD COLUMN "stamp" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE FUNCTION "set_stamp"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.stamp := pg_current_xact_id()::text::bigint;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER "projects_stamp" BEFORE INSERT OR UPDATE ON "projects" FOR EACH ROW EXECUTE FUNCTION "set_stamp"();
--> statement-breakpoint
-- The others wait for the end of the transaction: there the project is the last thing locked, so nobody waits crosswise.
CREATE FUNCTION "stamp_projects"("ids" uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM projects WHERE id = ANY (ids) AND stamp <> pg_current_xact_id()::text::bigint ORDER BY id FOR NO KEY UPDATE;
  IF FOUND THEN
    UPDATE projects SET stamp = 0 WHERE id = ANY (ids) AND stamp <> pg_current_xact_id()::text::bigint;
  END IF;
END $$;
--> statement-breakpoint
CREATE FUNCTION "stamp_own_project"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM stamp_projects(ARRAY[coalesce(NEW.project_id, OLD.project_id)]);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER "activity_stamp" AFTER INSERT OR UPDATE OR DELETE ON "activity"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "stamp_own_project"();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER "participations_stamp" AFTER INSERT OR UPDATE OR DELETE ON "participations"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "stamp_own_project"();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER "work_packages_stamp" AFTER INSERT OR UPDATE OR DELETE ON "work_packages"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "stamp_own_project"();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER "outputs_stamp" AFTER INSERT OR UPDATE OR DELETE ON "outputs"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "stamp_own_project"();
--> statement-breakpoint
CREATE FUNCTION "stamp_projects_of_person"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM stamp_projects(ARRAY(SELECT DISTINCT project_id FROM activity WHERE person_id = NEW.id AND project_id IS NOT NULL));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER "people_stamp" AFTER UPDATE ON "people" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.name IS DISTINCT FROM NEW.name OR OLD.closed_at IS DISTINCT FROM NEW.closed_at)
  EXECUTE FUNCTION "stamp_projects_of_person"();
--> statement-breakpoint
CREATE FUNCTION "stamp_projects_of_organisation"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM stamp_projects(ARRAY(SELECT project_id FROM participations WHERE organisation_id = NEW.id
    UNION SELECT project_id FROM activity WHERE organisation_id = NEW.id AND project_id IS NOT NULL));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER "organisations_stamp" AFTER UPDATE ON "organisations" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "stamp_projects_of_organisation"();
