import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import {
  defaultSettings,
  frequencies,
  mailKinds,
  mutableTypes,
  reasons,
  subjectTypes,
} from "../../domain/notifications";
import { id, timestamptz } from "../columns";
import { comments } from "./comments";
import { people } from "./people";
import { projects } from "./projects";

/** Who is told of which event or mention and why: one row for a person and an event, and for a person and a comment. */
export const notifications = pgTable(
  "notifications",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    /**
     * Null for a mention, because the record does not hold comments that not everyone can read. No foreign key, because
     * rows of the record are never deleted.
     */
    activityId: bigint("activity_id", { mode: "bigint" }),
    /** The comment that mentions the person, or that the event is about. */
    commentId: uuid("comment_id").references(() => comments.id, { onDelete: "cascade" }),
    projectId: uuid("project_id").references(() => projects.id),
    why: text("why", { enum: reasons }).notNull(),
    subjectType: text("subject_type", { enum: subjectTypes }).notNull(),
    subjectId: uuid("subject_id").notNull(),
    /** When the event happened. */
    at: timestamptz("at").notNull(),
    readAt: timestamptz("read_at"),
    /** The kind of e-mail, while it waits for a daily or weekly one. */
    digest: text("digest", { enum: mailKinds }),
  },
  (t) => [
    uniqueIndex("notifications_once").on(t.personId, t.activityId),
    uniqueIndex("notifications_comment")
      .on(t.personId, t.commentId)
      .where(sql`${t.commentId} is not null`),
    index("notifications_of_comment")
      .on(t.commentId)
      .where(sql`${t.commentId} is not null`),
    index("notifications_newest").on(t.personId, t.at, t.id),
    index("notifications_unread")
      .on(t.personId, t.at, t.id)
      .where(sql`${t.readAt} is null`),
    index("notifications_subject").on(t.personId, t.subjectType, t.subjectId),
    index("notifications_digest")
      .on(t.personId, t.at)
      .where(sql`${t.digest} is not null`),
    check("notifications_about", sql`${t.activityId} is not null or ${t.commentId} is not null`),
  ],
);

/** Subjects of which a person is told only what is asked of them; for good when `until` is null. */
export const notificationMutes = pgTable(
  "notification_mutes",
  {
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    subjectType: text("subject_type", { enum: mutableTypes }).notNull(),
    subjectId: uuid("subject_id").notNull(),
    until: timestamptz("until"),
  },
  (t) => [primaryKey({ columns: [t.personId, t.subjectType, t.subjectId] })],
);

/** When a person wants which e-mails; `defaultSettings` without a row. */
export const notificationSettings = pgTable("notification_settings", {
  personId: uuid("person_id")
    .primaryKey()
    .references(() => people.id),
  asked: text("asked", { enum: frequencies }).notNull().default(defaultSettings.asked),
  news: text("news", { enum: frequencies }).notNull().default(defaultSettings.news),
  comments: text("comments", { enum: frequencies }).notNull().default(defaultSettings.comments),
  reminders: boolean("reminders").notNull().default(defaultSettings.reminders),
  /** The weekly e-mail to coordinators. */
  letter: boolean("letter").notNull().default(defaultSettings.letter),
  /** In the person's time zone. */
  hour: integer("hour").notNull().default(defaultSettings.hour),
  /** From 1, Monday, to 7, Sunday. */
  weekday: integer("weekday").notNull().default(defaultSettings.weekday),
  /** No e-mails before this day. */
  pausedUntil: date("paused_until"),
  /** The last day, in the person's time zone, for which their daily or weekly e-mail was made. */
  digestedOn: date("digested_on"),
  /** What happened before was told in an e-mail about what they follow. */
  followedUntil: timestamptz("followed_until"),
});
