CREATE TABLE "notification_settings" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"asked" text DEFAULT 'at_once' NOT NULL,
	"news" text DEFAULT 'daily' NOT NULL,
	"comments" text DEFAULT 'daily' NOT NULL,
	"reminders" boolean DEFAULT true NOT NULL,
	"hour" integer DEFAULT 7 NOT NULL,
	"weekday" integer DEFAULT 1 NOT NULL,
	"paused_until" date,
	"digested_on" date
);
--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "digest" text;--> statement-breakpoint
ALTER TABLE "notification_settings" ADD CONSTRAINT "notification_settings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notifications_digest" ON "notifications" USING btree ("person_id","at") WHERE "notifications"."digest" is not null;