import { dayInBrussels } from "@/domain/dates";
import { dueWindow } from "@/domain/due-dates";
import { DomainError } from "@/domain/errors";
import type { AddTaskLine } from "@/domain/schemas/tasks";
import { readTaskLines } from "@/domain/task-lines";
import type { MemberContext } from "@/server/context";
import { findAssignees } from "../queries/list-tasks";
import { insertTasks, openPlace } from "./add-task";

/**
 * Asks for something in one line, "title – who – day", with days in the actor's language; the day may be missing. Returns
 * what was understood. A repeated id adds nothing. Errors: those of addTask, task.line_….
 */
export async function addTaskLine(ctx: MemberContext, { id, line, ...place }: AddTaskLine) {
  return ctx.db.transaction(async (tx) => {
    const project = await openPlace(tx, ctx, place, []);
    const assignees = await findAssignees(tx, ctx.now, project.id);
    const options = { assignees, locale: ctx.locale, today: dayInBrussels(ctx.now), window: dueWindow(project) };
    const [read] = readTaskLines(line, options);
    if (!read) throw new DomainError("task.line_title_missing", { field: "line", found: "" });
    if (read.problem !== null) throw new DomainError(`task.line_${read.problem}`, { field: "line", found: read.found });
    const { title, name, assignee, dueOn } = read;
    await insertTasks(tx, ctx, place, [{ id, title, assignee, dueOn, workPackageId: place.workPackageId }]);
    return { taskId: id, title, name, dueOn };
  });
}
