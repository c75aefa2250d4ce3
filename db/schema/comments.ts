import { sql } from "drizzle-orm";
import { type AnyPgColumn, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { commentSubjectTypes, commentVisibilities } from "../../domain/comments";
import { createdAt, id, revision, timestamptz } from "../columns";
import { searchable, spellingIndex } from "../search-index";
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
    /** Who can read it: server/comments/queries/readable-comment.ts. */
    visibility: text("visibility", { enum: commentVisibilities }).notNull(),
    /** For the visibility `coordinators`: who began the exchange with them and reads the answers. */
    openedBy: uuid("opened_by").references(() => people.id),
    /** The first comment of its thread; null for that comment itself. */
    replyTo: uuid("reply_to").references((): AnyPgColumn => comments.id),
    threadId: uuid("thread_id")
      .notNull()
      .generatedAlwaysAs(sql`coalesce(reply_to, id)`),
    /** When the thread began. Lists are ordered by thread, and within it by time. */
    threadAt: timestamptz("thread_at").notNull(),
    /** Empty once the author removed the comment. */
    text: text("text").notNull(),
    revision: revision(),
    editedAt: timestamptz("edited_at"),
    /** Only on the first comment of a thread. */
    resolvedAt: timestamptz("resolved_at"),
    resolvedBy: uuid("resolved_by").references(() => people.id),
    removedAt: timestamptz("removed_at"),
    createdAt: createdAt(),
  },
  (t) => [
    index("comments_subject").on(t.subjectType, t.subjectId, t.threadAt, t.threadId, t.createdAt, t.id),
    index("comments_reply_to")
      .on(t.replyTo)
      .where(sql`${t.replyTo} is not null`),
    index("comments_search").using("gin", searchable(sql`${t.text}`)),
    index("comments_spelling").using("gin", spellingIndex(sql`${t.text}`)),
  ],
);

/** Earlier texts of a comment; the current one is in `comments`. */
export const commentVersions = pgTable(
  "comment_versions",
  {
    /** The id of the edit that replaced this text: a repeated edit changes nothing. */
    id: id(),
    commentId: uuid("comment_id")
      .notNull()
      .references(() => comments.id, { onDelete: "cascade" }),
    revision: integer("revision").notNull(),
    text: text("text").notNull(),
    replacedAt: timestamptz("replaced_at").notNull(),
  },
  (t) => [uniqueIndex("comment_versions_revision").on(t.commentId, t.revision)],
);

/** People whom a comment mentions. Each of them could read it when it was written. */
export const commentMentions = pgTable(
  "comment_mentions",
  {
    commentId: uuid("comment_id")
      .notNull()
      .references(() => comments.id, { onDelete: "cascade" }),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
  },
  (t) => [primaryKey({ columns: [t.commentId, t.personId] }), index("comment_mentions_person").on(t.personId)],
);
