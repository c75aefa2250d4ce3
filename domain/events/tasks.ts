import { z } from "zod";
import { asked, defineEvent, feedOnly, notified, taskPage, homePage } from "./event";

const named = z.object({ taskId: z.uuid(), title: z.string() });
const withReason = named.extend({ reason: z.string() });
const task = { kind: "tasks", page: taskPage } as const;
const quote = ({ reason }: { reason: string }) => reason;

export const taskEvents = {
  "task.added": defineEvent({ shape: named, ...task, ...asked("task_assignee") }),
  // Several tasks for one person or organisation: the first one, and how many they are.
  "task.several_added": defineEvent({
    shape: named.extend({ tasks: z.int() }),
    kind: "tasks",
    page: homePage,
    ...asked("task_assignee"),
  }),
  "task.late_reminded": defineEvent({
    shape: z.object({ organisationId: z.uuid(), name: z.string(), items: z.int() }),
    kind: "tasks",
    page: homePage,
    ...feedOnly,
  }),
  "task.accepted": defineEvent({ shape: named, ...task, ...notified("task_asker") }),
  "task.declined": defineEvent({ shape: withReason, ...task, ...notified("task_asker"), quote }),
  "task.done": defineEvent({ shape: named, ...task, ...notified("task_asker") }),
  "task.reopened": defineEvent({ shape: named, ...task, ...notified("task_assignee", "task_asker") }),
  "task.dropped": defineEvent({ shape: withReason, ...task, ...notified("task_assignee"), quote }),
  // `personId` is the person who has it now.
  "task.handed_over": defineEvent({
    shape: named.extend({ personId: z.uuid() }),
    ...task,
    ...asked("task_assignee"),
  }),
  // A stand-in took it; `personId` is the person who is away.
  "task.taken_over": defineEvent({
    shape: named.extend({ personId: z.uuid() }),
    ...task,
    ...notified("subject", "task_asker"),
  }),
  "task.due_moved": defineEvent({
    shape: withReason.extend({ from: z.iso.date().nullable(), dueOn: z.iso.date() }),
    ...task,
    ...notified("task_asker", "task_assignee"),
    quote,
  }),
};
