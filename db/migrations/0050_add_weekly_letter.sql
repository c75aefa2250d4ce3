ALTER TABLE "participations" ADD COLUMN "told_quiet_on" date;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "quiet_days" integer DEFAULT 21 NOT NULL;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "weekly_on" date;--> statement-breakpoint
ALTER TABLE "notification_settings" ADD COLUMN "letter" boolean DEFAULT true NOT NULL;