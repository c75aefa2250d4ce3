-- Milliseconds since 1970. The few counters that run are forgotten: nobody is kept waiting for it.
TRUNCATE TABLE "rate_limits";--> statement-breakpoint
ALTER TABLE "rate_limits" ALTER COLUMN "expire" SET DATA TYPE bigint USING NULL;--> statement-breakpoint
-- Counting is in the way of every sign-in and every write: no wait for the disk. See docs/decisions/017.
ALTER TABLE "rate_limits" SET UNLOGGED;--> statement-breakpoint
-- Every count is an update: room for the next version of the row on the same page.
ALTER TABLE "rate_limits" SET (fillfactor = 50);
