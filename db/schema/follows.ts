import { sql } from "drizzle-orm";
import { check, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id } from "../columns";
import { people } from "./people";
import { practices } from "./practices";

/** What a person is told of once a week when something new fits: a practice, or a search of the library. */
export const follows = pgTable(
  "follows",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    practiceId: uuid("practice_id").references(() => practices.id),
    /** The state of the library, as its address holds it: `topic=heritage`. */
    search: text("search"),
    /** What the person calls the search; empty for a practice. */
    name: text("name").notNull().default(""),
    createdAt: createdAt(),
  },
  (t) => [
    unique("follows_once").on(t.personId, t.practiceId, t.search).nullsNotDistinct(),
    index("follows_person").on(t.personId, t.id),
    index("follows_practice")
      .on(t.practiceId)
      .where(sql`${t.practiceId} is not null`),
    check("follows_one", sql`num_nonnulls(${t.practiceId}, ${t.search}) = 1`),
  ],
);
