import { integer, timestamp, uuid } from "drizzle-orm/pg-core";

/** UUIDv7 made by the app, so that a repeated create with the same id is recognised. */
export const id = () => uuid("id").primaryKey();

/** Milliseconds, because JavaScript dates keep no more and cursors compare them. */
export const timestamptz = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: "date" });

export const createdAt = () => timestamptz("created_at").notNull().defaultNow();

/** Counts edits: an edit carries the revision it began from. */
export const revision = () => integer("revision").notNull().default(1);
