import { jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { timestamptz } from "../columns";

/** Facts about this instance, such as the mark of a demo database. */
export const instance = pgTable("instance", {
  key: text("key").primaryKey(),
  value: jsonb("value").notNull(),
});

/** A row for each running job worker. A worker whose row stops moving was killed: its jobs are given to others. */
export const workers = pgTable("workers", {
  /** The id under which the queue locks jobs. */
  id: text("id").primaryKey(),
  beatAt: timestamptz("beat_at").notNull(),
});
