import { and, eq, inArray } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { outputs, tasks, workPackages } from "@/db/schema";
import { requireOutputDue } from "@/domain/due-dates";
import { DomainError } from "@/domain/errors";
import type { LayOutPlan } from "@/domain/schemas/outputs";
import { requireTaskDue } from "@/domain/tasks";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { inOwnConsortia, lockProject } from "@/server/lock-subject";
import { insertTasks } from "@/server/tasks/commands/add-task";
import { addOutputs } from "./add-outputs";
import { addWorkPackages } from "./add-work-package";
import { requireInProject } from "./require-in-project";

async function countPresent(
  tx: Db,
  table: PgTable & { id: AnyPgColumn; projectId: AnyPgColumn },
  projectId: string,
  list: readonly { id: string }[],
): Promise<number> {
  if (list.length === 0) return 0;
  const ids = list.map(({ id }) => id);
  const present = await tx
    .select({ id: table.id })
    .from<PgTable>(table)
    .where(and(eq(table.projectId, projectId), inArray(table.id, ids)));
  return present.length;
}

/** Whether an earlier request laid out this plan. Errors: input.id_taken when it laid out only a part of it. */
async function isRepeated(tx: Db, plan: LayOutPlan): Promise<boolean> {
  const present =
    (await countPresent(tx, workPackages, plan.projectId, plan.workPackages)) +
    (await countPresent(tx, outputs, plan.projectId, plan.outputs)) +
    (await countPresent(tx, tasks, plan.projectId, plan.tasks));
  const total = plan.workPackages.length + plan.outputs.length + plan.tasks.length;
  if (present > 0 && present < total) throw new DomainError("input.id_taken");
  return present === total;
}

/**
 * Adds the work packages, outputs and tasks of a plan to a project, all or none; outputs and tasks may be in work
 * packages of the same plan. Repeated ids add nothing. Errors: project.not_found, project.closed, forbidden,
 * work_package.number_taken, work_package.period, work_package.not_found, output.number_taken, output.too_many,
 * output.due_outside, output.organisation_unknown, task.due_outside, task.assignee_unknown, input.id_taken.
 */
export async function layOutPlan(ctx: MemberContext, plan: LayOutPlan) {
  const { projectId } = plan;
  return ctx.db.transaction(async (tx) => {
    const project = await lockProject(tx, ctx.actor, projectId, inOwnConsortia);
    authorize(ctx.actor, "output.plan", project);
    authorize(ctx.actor, "work_package.edit", project);
    const laidOut = { workPackages: plan.workPackages.length, outputs: plan.outputs.length, tasks: plan.tasks.length };
    if (await isRepeated(tx, plan)) return laidOut;
    for (const { dueOn } of plan.outputs) {
      if (dueOn !== null) requireOutputDue({ from: null, to: dueOn, coordinates: true }, project);
    }
    for (const { dueOn } of plan.tasks) requireTaskDue(dueOn, project);
    await addWorkPackages(tx, ctx, projectId, plan.workPackages);
    await addOutputs(tx, ctx, { projectId }, plan.outputs);
    const packages = plan.tasks.flatMap(({ workPackageId }) => workPackageId ?? []);
    await requireInProject(tx, ctx.now, projectId, [], packages);
    await insertTasks(tx, ctx, { projectId, outputId: null }, plan.tasks);
    return laidOut;
  });
}
