import { index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { linkActs } from "../../domain/act-links";
import { createdAt, id, timestamptz } from "../columns";
import { people } from "./people";
import { projects } from "./projects";

/** Links of e-mails with which a person does one thing without a sign-in, once. */
export const actLinks = pgTable(
  "act_links",
  {
    id: id(),
    /** SHA-256 of the token, which is derived from the id. */
    hash: text("hash").notNull(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    projectId: uuid("project_id")
      .notNull()
      .references(() => projects.id),
    act: text("act", { enum: linkActs }).notNull(),
    /** The review or the task. */
    subjectId: uuid("subject_id").notNull(),
    /** What the e-mail was about: the number of the submission, or the revision of the task. */
    version: integer("version").notNull(),
    /** The key of the e-mail that holds the link, so that a retry sends the same one. */
    mailKey: text("mail_key").notNull(),
    expiresAt: timestamptz("expires_at").notNull(),
    usedAt: timestamptz("used_at"),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("act_links_hash").on(t.hash),
    uniqueIndex("act_links_mail").on(t.mailKey, t.act),
    index("act_links_person").on(t.personId),
    index("act_links_expires").on(t.expiresAt),
  ],
);
