import { sql } from "drizzle-orm";
import { type AnyPgColumn, date, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { taskActs, taskStates } from "../../domain/tasks";
import { createdAt, id, revision, timestamptz } from "../columns";
import { organisations } from "./organisations";
import { outputs, workPackages } from "./outputs";
import { people } from "./people";
import { projects } from "./projects";

/** Tasks without a day come last: expressions of indexes and cursors use this day for them. */
const never = sql.raw("'9999-12-31'::date");

export const tasks = pgTable(
  "tasks",
  {
    id: id(),
    projectId: uuid("project_id")
      .notNull()
      .references(() => projects.id),
    outputId: uuid("output_id").references(() => outputs.id),
    workPackageId: uuid("work_package_id").references(() => workPackages.id),
    title: text("title").notNull(),
    note: text("note").notNull().default(""),
    /** The organisation that it is for. */
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    /** The person that it is for; null while the organisation has named nobody. */
    assigneeId: uuid("assignee_id").references(() => people.id),
    askedBy: uuid("asked_by")
      .notNull()
      .references(() => people.id),
    /** The organisation of the person who asked. */
    askedForId: uuid("asked_for_id")
      .notNull()
      .references(() => organisations.id),
    dueOn: date("due_on", { mode: "string" }),
    state: text("state", { enum: taskStates }).notNull(),
    /** Why it was declined or dropped; empty in other states. */
    reason: text("reason").notNull().default(""),
    /** When it was done or dropped. */
    endedAt: timestamptz("ended_at"),
    /** The first day of a task that is repeated every month, and how many were before this one; null for others. */
    monthlyFrom: date("monthly_from", { mode: "string" }),
    monthsAfter: integer("months_after").notNull().default(0),
    /** The task of the month before. Unique, so that a task has one next task however often it is done. */
    previousId: uuid("previous_id")
      .unique()
      .references((): AnyPgColumn => tasks.id),
    revision: revision(),
    createdAt: createdAt(),
  },
  (t) => [
    index("tasks_project").on(t.projectId, sql`coalesce(${t.dueOn}, ${never})`, t.id),
    index("tasks_waiting")
      .on(t.projectId, t.organisationId, sql`coalesce(${t.dueOn}, ${never})`, t.id)
      .where(sql`${t.state} in ('asked', 'open')`),
    index("tasks_output")
      .on(t.outputId)
      .where(sql`${t.outputId} is not null`),
    index("tasks_work_package")
      .on(t.workPackageId)
      .where(sql`${t.workPackageId} is not null`),
  ],
);

/** What happened to a task after it was added. The id is the caller's: a repeated act changes nothing. */
export const taskSteps = pgTable(
  "task_steps",
  {
    id: id(),
    taskId: uuid("task_id")
      .notNull()
      .references(() => tasks.id),
    act: text("act", { enum: taskActs }).notNull(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    /** The reason of a refusal, of dropping it, or of a new day. */
    text: text("text").notNull().default(""),
    /** Who has it after a hand-over. */
    toPersonId: uuid("to_person_id").references(() => people.id),
    dueFrom: date("due_from", { mode: "string" }),
    dueTo: date("due_to", { mode: "string" }),
    createdAt: createdAt(),
  },
  (t) => [index("task_steps_task").on(t.taskId, t.createdAt, t.id)],
);

/** Reminders of what is late. An organisation gets one e-mail to its people at most on each day, in Brussels. */
export const lateReminders = pgTable(
  "late_reminders",
  {
    projectId: uuid("project_id")
      .notNull()
      .references(() => projects.id),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    day: date("day", { mode: "string" }).notNull(),
    /** Who sent it. */
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    /** The organisation whose outputs it is about; null when it is about everything. */
    leadOrganisationId: uuid("lead_organisation_id").references(() => organisations.id),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.organisationId, t.day] })],
);
