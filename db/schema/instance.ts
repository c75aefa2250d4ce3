import { jsonb, pgTable, text } from "drizzle-orm/pg-core";

/** Facts about this instance, such as the mark of a demo database. */
export const instance = pgTable("instance", {
  key: text("key").primaryKey(),
  value: jsonb("value").notNull(),
});
