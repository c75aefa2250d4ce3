import { sql } from "drizzle-orm";
import { bigint, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { audiences } from "../../domain/events/event";
import { subjectTypes } from "../../domain/notifications";
import { id, timestamptz } from "../columns";
import { people } from "./people";
import { projects } from "./projects";

/** Who is told of which event and why: one row for a person and an event, added by the job `notify`. */
export const notifications = pgTable(
  "notifications",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    /** No foreign key, because rows of the record are never deleted. */
    activityId: bigint("activity_id", { mode: "bigint" }).notNull(),
    projectId: uuid("project_id").references(() => projects.id),
    why: text("why", { enum: audiences }).notNull(),
    subjectType: text("subject_type", { enum: subjectTypes }).notNull(),
    subjectId: uuid("subject_id").notNull(),
    /** When the event happened. */
    at: timestamptz("at").notNull(),
    readAt: timestamptz("read_at"),
  },
  (t) => [
    uniqueIndex("notifications_once").on(t.personId, t.activityId),
    index("notifications_newest").on(t.personId, t.at, t.activityId),
    index("notifications_unread")
      .on(t.personId, t.at, t.activityId)
      .where(sql`${t.readAt} is null`),
    index("notifications_subject").on(t.personId, t.subjectType, t.subjectId),
  ],
);

/** Subjects of which a person is told only what is asked of them; for good when `until` is null. */
export const notificationMutes = pgTable(
  "notification_mutes",
  {
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    subjectType: text("subject_type", { enum: subjectTypes }).notNull(),
    subjectId: uuid("subject_id").notNull(),
    until: timestamptz("until"),
  },
  (t) => [primaryKey({ columns: [t.personId, t.subjectType, t.subjectId] })],
);
