import { sql } from "drizzle-orm";
import { index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, timestamptz, revision } from "../columns";
import { searchable } from "../search-index";
import { organisations } from "./organisations";
import { people } from "./people";
import { projects } from "./projects";

export const practices = pgTable(
  "practices",
  {
    id: id(),
    slug: text("slug").notNull(),
    projectId: uuid("project_id")
      .notNull()
      .references(() => projects.id),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    authorId: uuid("author_id")
      .notNull()
      .references(() => people.id),
    title: text("title").notNull(),
    need: text("need").notNull().default(""),
    done: text("done").notNull().default(""),
    changed: text("changed").notNull().default(""),
    takes: text("takes").notNull().default(""),
    targetGroup: text("target_group").notNull().default(""),
    field: text("field").notNull(),
    language: text("language").notNull().default("en"),
    languages: text("languages")
      .array()
      .notNull()
      .default(sql`'{}'::text[]`),
    licence: text("licence").notNull().default("CC-BY-4.0"),
    status: text("status", { enum: ["draft", "submitted", "returned", "published"] })
      .notNull()
      .default("draft"),
    returnReason: text("return_reason"),
    publishedAt: timestamptz("published_at"),
    revision: revision(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("practices_slug").on(t.slug),
    index("practices_project").on(t.projectId, t.createdAt, t.id),
    index("practices_published")
      .on(t.publishedAt, t.id)
      .where(sql`${t.status} = 'published'`),
    index("practices_organisation").on(t.organisationId),
    index("practices_search").using(
      "gin",
      searchable(
        sql`${t.title} || ' ' || ${t.need} || ' ' || ${t.done} || ' ' || ${t.changed} || ' ' || ${t.takes} || ' ' || ${t.targetGroup}`,
      ),
    ),
  ],
);
