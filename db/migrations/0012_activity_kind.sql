-- The kind of a row follows from its type: rows of earlier releases get it here. Types of accounts and organisations, and
-- types that no release knows, have none.
DROP INDEX "activity_project_organisation";--> statement-breakpoint
DROP INDEX "activity_project_at";--> statement-breakpoint
DROP INDEX "activity_project";--> statement-breakpoint
DROP INDEX "activity_output";--> statement-breakpoint
DROP INDEX "activity_person";--> statement-breakpoint
ALTER TABLE "activity" ADD COLUMN "kind" text;--> statement-breakpoint
UPDATE "activity" SET "kind" = CASE
  WHEN "type" IN ('file.uploaded', 'file.linked', 'file.restored', 'file.withdrawn') THEN 'files'
  WHEN "type" IN ('output.submitted', 'output.approved', 'output.changes_requested', 'review.requested', 'review.given') THEN 'reviews'
  WHEN "type" = 'comment.added' THEN 'comments'
  WHEN "type" IN ('work_package.added', 'work_package.updated', 'output.planned', 'output.updated', 'output.started',
    'output.removed', 'output.published') THEN 'outputs'
  WHEN "type" IN ('participation.kind_changed', 'participation.ended', 'invitation.sent', 'invitation.resent',
    'invitation.link_copied', 'invitation.revoked', 'invitation.accepted', 'invitation.declined', 'invitation.expired',
    'member.role_changed', 'member.removed') THEN 'consortium'
  WHEN "type" IN ('practice.drafted', 'practice.updated', 'practice.submitted', 'practice.returned', 'practice.published')
    THEN 'practices'
  WHEN "type" IN ('project.created', 'project.updated', 'project.started', 'project.closed', 'project.reopened',
    'project.exported') THEN 'project'
END;--> statement-breakpoint
CREATE INDEX "activity_project_kind" ON "activity" USING btree ("project_id","kind","at","id");--> statement-breakpoint
CREATE INDEX "activity_organisation" ON "activity" USING btree ("project_id","organisation_id","at","id");--> statement-breakpoint
CREATE INDEX "activity_organisation_kind" ON "activity" USING btree ("project_id","organisation_id","kind","at","id");--> statement-breakpoint
CREATE INDEX "activity_person_kind" ON "activity" USING btree ("person_id","project_id","kind","at","id");--> statement-breakpoint
CREATE INDEX "activity_project" ON "activity" USING btree ("project_id","at","id");--> statement-breakpoint
CREATE INDEX "activity_output" ON "activity" USING btree ("output_id","at","id");--> statement-breakpoint
CREATE INDEX "activity_person" ON "activity" USING btree ("person_id","project_id","at","id");