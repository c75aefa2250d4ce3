import { eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { taskSteps, tasks } from "@/db/schema";
import { participationIn } from "@/domain/actor";
import { DomainError } from "@/domain/errors";
import { decideTask, newTaskState, type TaskAct, taskRolesOf, type TaskState } from "@/domain/tasks";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { findStandIns } from "@/server/absences";
import { inOwnConsortia, lockSubject } from "@/server/lock-subject";

/** Loads and locks a task within the actor's consortia. Errors: task.not_found, project.closed, forbidden. */
async function lockTask(tx: Db, ctx: MemberContext, taskId: string) {
  const task = await lockSubject(tx, tasks, taskId, inOwnConsortia(ctx.actor, tasks.projectId), "task.not_found");
  authorize(ctx.actor, "task.handle", task);
  return task;
}

export type LockedTask = Awaited<ReturnType<typeof lockTask>>;
export type Step = Partial<Pick<typeof taskSteps.$inferInsert, "text" | "toPersonId" | "dueFrom" | "dueTo">>;
type Change = Partial<Pick<typeof tasks.$inferInsert, "assigneeId" | "dueOn" | "reason" | "endedAt">>;

/**
 * Performs an act on a task: locks it, decides its next state, stores the step and the change. `change` is called with
 * the locked task. Returns the state, and the task unless the id was used for the same act before. Errors:
 * task.not_found, forbidden, task.wrong_state, input.id_taken, and those of `change`.
 */
export async function actOnTask(
  tx: Db,
  ctx: MemberContext,
  { id, taskId, act }: { id: string; taskId: string; act: TaskAct },
  change: (task: LockedTask) => Promise<{ step?: Step; columns?: Change }> | { step?: Step; columns?: Change },
): Promise<{ state: TaskState; task: LockedTask | null }> {
  const task = await lockTask(tx, ctx, taskId);
  const [again] = await tx.select().from(taskSteps).where(eq(taskSteps.id, id));
  if (again?.taskId === task.id && again.personId === ctx.actor.personId) return { state: task.state, task: null };
  if (again) throw new DomainError("input.id_taken");
  const [standInId = null] =
    act === "takeOver" && task.assigneeId !== null
      ? await findStandIns(tx, ctx.now, task.projectId, [task.assigneeId])
      : [];
  const organisationId = participationIn(ctx.actor, task.projectId)?.organisationId;
  if (organisationId === undefined) throw new DomainError("task.not_found");
  const asNew = newTaskState(organisationId, task.organisationId);
  const state = decideTask(task.state, act, taskRolesOf(ctx.actor, { ...task, standInId }), asNew);
  const { step = {}, columns = {} } = await change(task);
  await tx.insert(taskSteps).values({
    id,
    taskId: task.id,
    act,
    personId: ctx.actor.personId,
    organisationId,
    // Steps are listed by their time: one that waited for another comes after it, though it was asked for before.
    createdAt: sql`greatest(${ctx.now.toISOString()}::timestamptz, (select max(s.created_at) + interval '1 millisecond'
      from task_steps s where s.task_id = ${task.id}))`,
    ...step,
  });
  await tx
    .update(tasks)
    .set({ state, revision: task.revision + 1, ...columns })
    .where(eq(tasks.id, task.id));
  return { state, task };
}
