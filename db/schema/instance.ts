import { jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { timestamptz } from "../columns";

/** Facts about this instance, such as the mark of a demo database. */
export const instance = pgTable("instance", {
  key: text("key").primaryKey(),
  value: jsonb("value").notNull(),
});

/** One row per running job worker, with its heartbeat. Jobs of a worker without a heartbeat are unlocked. */
export const workers = pgTable("workers", {
  /** The id under which graphile-worker locks jobs. */
  id: text("id").primaryKey(),
  beatAt: timestamptz("beat_at").notNull(),
});
