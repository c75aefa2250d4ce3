import { and, eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "@/db/client";
import { tasks } from "@/db/schema";
import { nextMonth } from "@/domain/tasks";
import type { MemberContext } from "@/server/context";
import type { LockedTask } from "./lock-task";
import { findAssignee } from "./require-assignee";

/**
 * Adds the next task of a monthly one that was done, for the same person, or for the organisation when the person no
 * longer takes part. A task has one next task, however often it is done.
 */
export async function addNextTask(tx: Db, ctx: MemberContext, task: LockedTask): Promise<void> {
  const next = nextMonth(task, task.project);
  if (next === null) return;
  const person = task.assigneeId === null ? null : { personId: task.assigneeId };
  const same = person === null ? null : await findAssignee(tx, ctx.now, task.projectId, person);
  const assigned =
    same?.organisationId === task.organisationId
      ? same
      : await findAssignee(tx, ctx.now, task.projectId, { organisationId: task.organisationId });
  if (assigned === null) return;
  const { projectId, outputId, workPackageId, title, note, askedBy, askedForId } = task;
  await tx
    .insert(tasks)
    .values({
      ...{ projectId, outputId, workPackageId, title, note, askedBy, askedForId },
      ...next,
      ...assigned,
      id: uuid(),
      previousId: task.id,
      state: "open",
      createdAt: ctx.now,
    })
    .onConflictDoNothing({ target: tasks.previousId });
}

/** Removes the next task of one that is opened again, unless somebody did something with it. */
export async function removeNextTask(tx: Db, task: LockedTask): Promise<void> {
  // Somebody who acts on it meanwhile is waited for, and then seen.
  await tx.select({ id: tasks.id }).from(tasks).where(eq(tasks.previousId, task.id)).for("update");
  await tx
    .delete(tasks)
    .where(
      and(
        eq(tasks.previousId, task.id),
        sql`not exists (select from task_steps s where s.task_id = tasks.id)`,
        sql`not exists (select from comments c where c.subject_type = 'task' and c.subject_id = tasks.id)`,
      ),
    );
}
