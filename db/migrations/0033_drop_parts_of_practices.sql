ALTER TABLE "practices" DROP COLUMN "need";--> statement-breakpoint
ALTER TABLE "practices" DROP COLUMN "done";--> statement-breakpoint
ALTER TABLE "practices" DROP COLUMN "changed";--> statement-breakpoint
ALTER TABLE "practices" DROP COLUMN "takes";--> statement-breakpoint
ALTER TABLE "practices" DROP COLUMN "target_group";--> statement-breakpoint
ALTER TABLE "practices" DROP COLUMN "field";--> statement-breakpoint
ALTER TABLE "practices" DROP COLUMN "language";--> statement-breakpoint
ALTER TABLE "practices" DROP COLUMN "languages";--> statement-breakpoint
ALTER TABLE "practices" DROP COLUMN "licence";