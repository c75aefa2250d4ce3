import type { HandOverTask, MoreTime, TaskActInput, TaskReason } from "@/domain/schemas/tasks";
import { DomainError } from "@/domain/errors";
import { requireTaskDue, type TaskState } from "@/domain/tasks";
import type { MemberContext } from "@/server/context";
import { record } from "@/server/events/record";
import { actOnTask, type LockedTask } from "./lock-task";
import { addNextTask, removeNextTask } from "./repeat-task";
import { requireAssignee } from "./require-assignee";

const whereOf = ({ projectId, outputId }: LockedTask) => ({ projectId, ...(outputId === null ? {} : { outputId }) });
const named = ({ id, title }: LockedTask) => ({ taskId: id, title });

/** The organisation agrees to do a task that another one asked for. Errors: those of actOnTask. */
export async function acceptTask(ctx: MemberContext, input: TaskActInput): Promise<{ state: TaskState }> {
  return ctx.db.transaction(async (tx) => {
    const { state, task } = await actOnTask(tx, ctx, { ...input, act: "accept" }, () => ({}));
    if (task) await record(tx, ctx, whereOf(task), { type: "task.accepted", data: named(task) });
    return { state };
  });
}

/** Marks a task as done, and adds the next one when it is monthly. Errors: those of actOnTask. */
export async function finishTask(ctx: MemberContext, input: TaskActInput): Promise<{ state: TaskState }> {
  return ctx.db.transaction(async (tx) => {
    const change = { columns: { endedAt: ctx.now } };
    const { state, task } = await actOnTask(tx, ctx, { ...input, act: "done" }, () => change);
    if (task) {
      await addNextTask(tx, ctx, task);
      await record(tx, ctx, whereOf(task), { type: "task.done", data: named(task) });
    }
    return { state };
  });
}

/** Opens a task that was done or dropped again; an untouched next one is removed. Errors: those of actOnTask. */
export async function reopenTask(ctx: MemberContext, input: TaskActInput): Promise<{ state: TaskState }> {
  return ctx.db.transaction(async (tx) => {
    const change = { columns: { endedAt: null, reason: "" } };
    const { state, task } = await actOnTask(tx, ctx, { ...input, act: "reopen" }, () => change);
    if (task) {
      await removeNextTask(tx, task);
      await record(tx, ctx, whereOf(task), { type: "task.reopened", data: named(task) });
    }
    return { state };
  });
}

/** The asked side refuses a task, or the asking side drops it, with a reason. Errors: those of actOnTask. */
async function endWithReason(
  ctx: MemberContext,
  { reason, ...input }: TaskReason,
  act: "decline" | "drop",
): Promise<{ state: TaskState }> {
  return ctx.db.transaction(async (tx) => {
    const change = { step: { text: reason }, columns: { reason, endedAt: ctx.now } };
    const { state, task } = await actOnTask(tx, ctx, { ...input, act }, () => change);
    if (task) {
      const type = act === "decline" ? "task.declined" : "task.dropped";
      await record(tx, ctx, whereOf(task), { type, data: { ...named(task), reason } });
    }
    return { state };
  });
}

/** The organisation that was asked refuses, with a reason. Errors: those of actOnTask. */
export const declineTask = (ctx: MemberContext, input: TaskReason) => endWithReason(ctx, input, "decline");

/** Whoever asked no longer needs it, with a reason. Errors: those of actOnTask. */
export const dropTask = (ctx: MemberContext, input: TaskReason) => endWithReason(ctx, input, "drop");

/**
 * Gives a task to a colleague of the organisation that it is for, which accepts it. Errors: those of actOnTask,
 * task.assignee_unknown, task.not_a_colleague.
 */
export async function handOverTask(
  ctx: MemberContext,
  { personId, ...input }: HandOverTask,
): Promise<{ state: TaskState }> {
  return ctx.db.transaction(async (tx) => {
    const { state, task } = await actOnTask(tx, ctx, { ...input, act: "handOver" }, async (locked) => {
      const to = await requireAssignee(tx, ctx.now, locked.projectId, { personId });
      if (to.organisationId !== locked.organisationId) {
        throw new DomainError("task.not_a_colleague", { field: "personId" });
      }
      return { step: { toPersonId: personId }, columns: { assigneeId: personId } };
    });
    if (task) {
      const data = { ...named(task), personId };
      await record(tx, ctx, whereOf(task), { type: "task.handed_over", data });
    }
    return { state };
  });
}

/** Gives a task of a person who is away to the actor, who stands in for them. Errors: those of actOnTask. */
export async function takeOverTask(ctx: MemberContext, input: TaskActInput): Promise<{ state: TaskState }> {
  const { personId } = ctx.actor;
  return ctx.db.transaction(async (tx) => {
    const change = { step: { toPersonId: personId }, columns: { assigneeId: personId } };
    const { state, task } = await actOnTask(tx, ctx, { ...input, act: "takeOver" }, () => change);
    if (task?.assigneeId) {
      const data = { ...named(task), personId: task.assigneeId };
      await record(tx, ctx, whereOf(task), { type: "task.taken_over", data });
    }
    return { state };
  });
}

/**
 * Moves a task to another day, with a reason; the other side is told. Errors: those of actOnTask, task.due_unchanged,
 * task.due_outside.
 */
export async function moveTask(
  ctx: MemberContext,
  { dueOn, reason, ...input }: MoreTime,
): Promise<{ state: TaskState }> {
  return ctx.db.transaction(async (tx) => {
    const { state, task } = await actOnTask(tx, ctx, { ...input, act: "moreTime" }, (locked) => {
      if (dueOn === locked.dueOn) throw new DomainError("task.due_unchanged", { field: "dueOn" });
      requireTaskDue(dueOn, locked.project);
      return { step: { text: reason, dueFrom: locked.dueOn, dueTo: dueOn }, columns: { dueOn } };
    });
    if (task) {
      const data = { ...named(task), reason, from: task.dueOn, dueOn };
      await record(tx, ctx, whereOf(task), { type: "task.due_moved", data });
    }
    return { state };
  });
}
