import { and, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { outputs, tasks, workPackages } from "@/db/schema";
import { participationIn } from "@/domain/actor";
import { DomainError } from "@/domain/errors";
import type { AddTask } from "@/domain/schemas/tasks";
import { newTaskState, requireTaskDue } from "@/domain/tasks";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { record } from "@/server/events/record";
import { inOwnConsortia, lockProject } from "@/server/lock-subject";
import { requireAssignee } from "./require-assignee";

/** Errors: output.not_found and work_package.not_found for those of other projects. */
async function requirePlace(tx: Db, { projectId, outputId, workPackageId }: AddTask): Promise<void> {
  if (outputId !== null) {
    const [output] = await tx
      .select({ id: outputs.id })
      .from(outputs)
      .where(and(eq(outputs.id, outputId), eq(outputs.projectId, projectId)));
    if (!output) throw new DomainError("output.not_found", { field: "outputId" });
  }
  if (workPackageId !== null) {
    const [found] = await tx
      .select({ id: workPackages.id })
      .from(workPackages)
      .where(and(eq(workPackages.id, workPackageId), eq(workPackages.projectId, projectId)));
    if (!found) throw new DomainError("work_package.not_found", { field: "workPackageId" });
  }
}

/**
 * Asks a person or an organisation of the project for something; open at once when it is the actor's own organisation. A
 * repeated id adds nothing. Errors: project.not_found, project.closed, forbidden, task.assignee_unknown,
 * task.due_outside, output.not_found, work_package.not_found, input.id_taken.
 */
export async function addTask(ctx: MemberContext, input: AddTask): Promise<{ id: string }> {
  return ctx.db.transaction(async (tx) => {
    const project = await lockProject(tx, ctx.actor, input.projectId, inOwnConsortia);
    authorize(ctx.actor, "task.add", project);
    const own = participationIn(ctx.actor, project.id);
    if (!own) throw new DomainError("project.not_found");
    requireTaskDue(input.dueOn, project);
    await requirePlace(tx, input);
    const assigned = await requireAssignee(tx, ctx.now, project.id, input.assignee);
    const { id, title, note, dueOn, outputId, workPackageId } = input;
    const [made] = await tx
      .insert(tasks)
      .values({
        id,
        projectId: project.id,
        outputId,
        workPackageId,
        title,
        note,
        dueOn,
        ...assigned,
        askedBy: ctx.actor.personId,
        askedForId: own.organisationId,
        state: newTaskState(own.organisationId, assigned.organisationId),
        createdAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning({ id: tasks.id });
    if (!made) return sameTask(tx, ctx, input);
    const where = { projectId: project.id, ...(outputId === null ? {} : { outputId }) };
    await record(tx, ctx, where, { type: "task.added", data: { taskId: made.id, title } });
    return made;
  });
}

/** The task that an earlier request with the same id added. Errors: input.id_taken. */
async function sameTask(tx: Db, ctx: MemberContext, { id, projectId }: AddTask): Promise<{ id: string }> {
  const [again] = await tx
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(eq(tasks.id, id), eq(tasks.askedBy, ctx.actor.personId), eq(tasks.projectId, projectId)));
  if (!again) throw new DomainError("input.id_taken");
  return again;
}
