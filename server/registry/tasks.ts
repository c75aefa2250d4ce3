import { sql } from "drizzle-orm";
import { type Belonging, follow, memberName, noActsYet, reassign, staysAsWork } from "./belonging";

/** Tasks and what happened to them. */
export const taskTables: Record<string, Belonging> = {
  tasks: {
    merge: reassign("tasks", "assignee_id", "asked_by"),
    personExport: {
      tasks: (id) => sql`select pr.acronym as project, t.title, t.note, t.state, t.reason, t.due_on, t.created_at
        from tasks t join projects pr on pr.id = t.project_id
        where t.assignee_id = ${id} or t.asked_by = ${id} order by t.created_at`,
    },
    archive: {
      name: "tasks.csv",
      codes: { state: "tasks.states" },
      rows: (id) => sql`select t.id as task, t.title, t.state, o.short_name as organisation,
          ${memberName("pe")} as person, ao.short_name as asked_for, ${memberName("by")} as asked_by, t.due_on,
          x.number as output, w.number as work_package, t.note, t.reason, t.created_at, t.ended_at
        from tasks t join organisations o on o.id = t.organisation_id join organisations ao on ao.id = t.asked_for_id
        join people by on by.id = t.asked_by left join people pe on pe.id = t.assignee_id
        left join outputs x on x.id = t.output_id left join work_packages w on w.id = t.work_package_id
        where t.project_id = ${id} order by t.created_at, t.id`,
    },
    erase: staysAsWork,
    moveOrganisation: {
      // `asked_for_id` is the organisation of the person who asked: one that nobody has claimed has no such person.
      columns: ["organisation_id", "asked_for_id"],
      statements: (move) => follow("tasks", "organisation_id").statements(move),
    },
  },
  task_steps: {
    merge: reassign("task_steps", "person_id", "to_person_id"),
    personExport: {
      taskSteps: (id) => sql`select pr.acronym as project, t.title, s.act, s.text, s.due_from, s.due_to, s.created_at
        from task_steps s join tasks t on t.id = s.task_id join projects pr on pr.id = t.project_id
        where s.person_id = ${id} order by s.created_at`,
    },
    archive: {
      name: "task-steps.csv",
      codes: { act: "tasks.acts" },
      rows: (id) => sql`select s.task_id as task, s.act, o.short_name as organisation, ${memberName("pe")} as person,
          ${memberName("by")} as given_to, s.text, s.due_from, s.due_to, s.created_at
        from task_steps s join tasks t on t.id = s.task_id join organisations o on o.id = s.organisation_id
        join people pe on pe.id = s.person_id left join people by on by.id = s.to_person_id
        where t.project_id = ${id} order by t.id, s.created_at, s.id`,
    },
    erase: staysAsWork,
    moveOrganisation: noActsYet("organisation_id"),
  },
  late_reminders: {
    merge: reassign("late_reminders", "person_id"),
    personExport: {
      lateReminders: (id) => sql`select pr.acronym as project, o.short_name as organisation, m.created_at
        from late_reminders m join projects pr on pr.id = m.project_id join organisations o on o.id = m.organisation_id
        where m.person_id = ${id} order by m.created_at`,
    },
    archive: {
      name: "reminders.csv",
      rows: (id) => sql`select o.short_name as organisation, ${memberName("pe")} as reminded_by, m.created_at
        from late_reminders m join organisations o on o.id = m.organisation_id join people pe on pe.id = m.person_id
        where m.project_id = ${id} order by m.created_at, o.short_name`,
    },
    erase: staysAsWork,
    moveOrganisation: follow("late_reminders", "organisation_id", "lead_organisation_id"),
  },
};
