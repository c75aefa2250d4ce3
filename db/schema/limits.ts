import { bigint, integer, pgTable, text } from "drizzle-orm/pg-core";

/**
 * Counters of rate-limiter-flexible, which prescribes these columns; `expire` in milliseconds since 1970. The table is
 * unlogged, which Drizzle cannot declare: docs/decisions/017.
 */
export const rateLimits = pgTable("rate_limits", {
  key: text("key").primaryKey(),
  points: integer("points").notNull(),
  expire: bigint("expire", { mode: "number" }),
});
