import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "@/db/client";
import { outputs, tasks, workPackages } from "@/db/schema";
import { participationIn } from "@/domain/actor";
import { DomainError } from "@/domain/errors";
import type { ActivityEvent } from "@/domain/events/events";
import type { AddTask, AddTasks } from "@/domain/schemas/tasks";
import { newTaskState, requireTaskDue } from "@/domain/tasks";
import { authorize } from "@/server/authorize";
import type { MemberContext } from "@/server/context";
import { record } from "@/server/events/record";
import { inOwnConsortia, lockProject } from "@/server/lock-subject";
import { requireAssignee } from "./require-assignee";

type Place = Pick<AddTask, "projectId" | "outputId" | "workPackageId">;

/** Errors: output.not_found and work_package.not_found for those of other projects. */
async function requirePlace(tx: Db, { projectId, outputId, workPackageId }: Place): Promise<void> {
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

type AskedTask = AddTasks["tasks"][number] & { workPackageId: string | null };
type NewTask = AskedTask & { note: string; monthlyFrom: string | null };
type Assigned = Awaited<ReturnType<typeof requireAssignee>>;

/** Whether the task was added; false when its id exists already. */
async function insertTask(
  tx: Db,
  ctx: MemberContext,
  { projectId, outputId }: Omit<Place, "workPackageId">,
  task: NewTask,
  assigned: Assigned,
): Promise<boolean> {
  const own = participationIn(ctx.actor, projectId);
  if (!own) throw new DomainError("project.not_found");
  const [made] = await tx
    .insert(tasks)
    .values({
      projectId,
      outputId,
      workPackageId: task.workPackageId,
      id: task.id,
      title: task.title,
      note: task.note,
      dueOn: task.dueOn,
      monthlyFrom: task.monthlyFrom,
      ...assigned,
      askedBy: ctx.actor.personId,
      askedForId: own.organisationId,
      state: newTaskState(own.organisationId, assigned.organisationId),
      createdAt: ctx.now,
    })
    .onConflictDoNothing()
    .returning({ id: tasks.id });
  return made !== undefined;
}

/** Locks the project and checks the place and the day of new tasks. */
export async function openPlace(tx: Db, ctx: MemberContext, place: Place, days: readonly (string | null)[]) {
  const project = await lockProject(tx, ctx.actor, place.projectId, inOwnConsortia);
  authorize(ctx.actor, "task.add", project);
  for (const day of days) requireTaskDue(day, project);
  await requirePlace(tx, place);
  return project;
}

/** Checks that earlier requests of the actor added these tasks. Errors: input.id_taken. */
async function requireOwn(tx: Db, ctx: MemberContext, projectId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const own = await tx
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(inArray(tasks.id, [...ids]), eq(tasks.askedBy, ctx.actor.personId), eq(tasks.projectId, projectId)));
  if (own.length < ids.length) throw new DomainError("input.id_taken");
}

const whereOf = ({ projectId, outputId }: Omit<Place, "workPackageId">) => ({
  projectId,
  ...(outputId === null ? {} : { outputId }),
});

/**
 * Asks a person or an organisation of the project for something; open at once when it is the actor's own organisation. A
 * repeated id adds nothing. Errors: project.not_found, project.closed, forbidden, task.assignee_unknown,
 * task.due_outside, task.monthly_without_day, output.not_found, work_package.not_found, input.id_taken.
 */
export async function addTask(
  ctx: MemberContext,
  { projectId, outputId, workPackageId, monthly, ...task }: AddTask,
): Promise<{ id: string }> {
  const place = { projectId, outputId, workPackageId };
  if (monthly && task.dueOn === null) throw new DomainError("task.monthly_without_day", { field: "dueOn" });
  const monthlyFrom = monthly ? task.dueOn : null;
  return ctx.db.transaction(async (tx) => {
    await openPlace(tx, ctx, place, [task.dueOn]);
    const assigned = await requireAssignee(tx, ctx.now, projectId, task.assignee);
    if (await insertTask(tx, ctx, place, { ...task, workPackageId, monthlyFrom }, assigned)) {
      const data = { taskId: task.id, title: task.title };
      await record(tx, ctx, whereOf(place), { type: "task.added", data });
    } else await requireOwn(tx, ctx, projectId, [task.id]);
    return { id: task.id };
  });
}

/**
 * Adds tasks to a locked project in the caller's transaction; each person or organisation is told once. Repeated ids add
 * nothing. Errors: task.assignee_unknown, input.id_taken.
 */
export async function insertTasks(
  tx: Db,
  ctx: MemberContext,
  place: { projectId: string; outputId: string | null },
  asked: readonly AskedTask[],
): Promise<{ added: number }> {
  const assignees = new Map<string, Assigned>();
  const told = new Map<string, { taskId: string; title: string; tasks: number }>();
  const known: string[] = [];
  for (const task of asked) {
    const key = JSON.stringify(task.assignee);
    const assigned = assignees.get(key) ?? (await requireAssignee(tx, ctx.now, place.projectId, task.assignee));
    assignees.set(key, assigned);
    if (await insertTask(tx, ctx, place, { ...task, note: "", monthlyFrom: null }, assigned)) {
      const { tasks: before, ...first } = told.get(key) ?? { taskId: task.id, title: task.title, tasks: 0 };
      told.set(key, { ...first, tasks: before + 1 });
    } else known.push(task.id);
  }
  await requireOwn(tx, ctx, place.projectId, known);
  const added = [...told.values()].map(({ tasks: count, ...first }): ActivityEvent =>
    count === 1
      ? { type: "task.added", data: first }
      : { type: "task.several_added", data: { ...first, tasks: count } },
  );
  await record(tx, ctx, whereOf(place), ...added);
  return { added: asked.length - known.length };
}

/**
 * Asks for several things at once, all or none; each person or organisation is told once. Repeated ids add nothing.
 * Errors: those of addTask.
 */
export async function addTasks(
  ctx: MemberContext,
  { projectId, outputId, tasks: asked }: AddTasks,
): Promise<{ added: number }> {
  const place = { projectId, outputId, workPackageId: null };
  return ctx.db.transaction(async (tx) => {
    await openPlace(
      tx,
      ctx,
      place,
      asked.map(({ dueOn }) => dueOn),
    );
    return insertTasks(
      tx,
      ctx,
      place,
      asked.map((task) => ({ ...task, workPackageId: null })),
    );
  });
}
