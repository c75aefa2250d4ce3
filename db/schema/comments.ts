import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { commentSubjectTypes } from "../../domain/comments";
import { createdAt, id } from "../columns";
import { organisations } from "./organisations";
import { people } from "./people";
import { projects } from "./projects";

/** Comments on a subject. `subject_id` has no foreign key: `subject_type` says which table it refers to. */
export const comments = pgTable(
  "comments",
  {
    id: id(),
    projectId: uuid("project_id")
      .notNull()
      .references(() => projects.id),
    subjectType: text("subject_type", { enum: commentSubjectTypes }).notNull(),
    subjectId: uuid("subject_id").notNull(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    body: text("body").notNull(),
    createdAt: createdAt(),
  },
  (t) => [index("comments_subject").on(t.subjectType, t.subjectId, t.createdAt, t.id)],
);
