-- Comments of earlier releases keep their ids and times. Each of them begins a thread and is visible to everyone who could
-- read it before: all members of the project, and the evaluators asked to review its submission.
CREATE TABLE "comment_mentions" (
	"comment_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "comment_mentions_comment_id_person_id_pk" PRIMARY KEY("comment_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "comment_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"comment_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"text" text NOT NULL,
	"replaced_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
DROP INDEX "comments_subject";--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "visibility" text NOT NULL DEFAULT 'everyone';--> statement-breakpoint
ALTER TABLE "comments" ALTER COLUMN "visibility" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "opened_by" uuid;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "reply_to" uuid;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "thread_id" uuid GENERATED ALWAYS AS (coalesce(reply_to, id)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "thread_at" timestamp (3) with time zone;--> statement-breakpoint
UPDATE "comments" SET "thread_at" = "created_at";--> statement-breakpoint
ALTER TABLE "comments" ALTER COLUMN "thread_at" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "comments" RENAME COLUMN "body" TO "text";--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "edited_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "resolved_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "resolved_by" uuid;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "removed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "comment_mentions" ADD CONSTRAINT "comment_mentions_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_mentions" ADD CONSTRAINT "comment_mentions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_versions" ADD CONSTRAINT "comment_versions_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comment_mentions_person" ON "comment_mentions" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "comment_versions_revision" ON "comment_versions" USING btree ("comment_id","revision");--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_opened_by_people_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_reply_to_comments_id_fk" FOREIGN KEY ("reply_to") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_resolved_by_people_id_fk" FOREIGN KEY ("resolved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comments_reply_to" ON "comments" USING btree ("reply_to") WHERE "comments"."reply_to" is not null;--> statement-breakpoint
CREATE INDEX "comments_subject" ON "comments" USING btree ("subject_type","subject_id","thread_at","thread_id","created_at","id");