import { sql } from "drizzle-orm";
import { index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, timestamptz } from "../columns";
import { people } from "./people";
import { projects } from "./projects";

/**
 * Private calendar addresses of people. The secret in the address is derived from the id with a key of the server; only
 * its hash is stored. A renewed address keeps its row, so that a repeated request does not make it valid again.
 */
export const calendarFeeds = pgTable(
  "calendar_feeds",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    /** Null for the person's own days in all projects. */
    projectId: uuid("project_id").references(() => projects.id),
    hash: text("hash").notNull(),
    endedAt: timestamptz("ended_at"),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("calendar_feeds_hash").on(t.hash),
    // One valid address for each person and project. A null project is a value of its own here.
    uniqueIndex("calendar_feeds_valid")
      .on(t.personId, sql`coalesce(${t.projectId}, '00000000-0000-0000-0000-000000000000'::uuid)`)
      .where(sql`${t.endedAt} is null`),
    index("calendar_feeds_person").on(t.personId),
  ],
);
