import {
  addTaskInput,
  addTaskLineInput,
  addTasksInput,
  handOverTaskInput,
  listTasksInput,
  moreTimeInput,
  remindLateInput,
  taskActInput,
  taskIdInput,
  taskReasonInput,
} from "@/domain/schemas/tasks";
import { memberProcedure, router } from "@/server/procedures";
import {
  acceptTask,
  declineTask,
  dropTask,
  finishTask,
  handOverTask,
  moveTask,
  reopenTask,
  takeOverTask,
} from "./commands/act-on-task";
import { addTask, addTasks } from "./commands/add-task";
import { addTaskLine } from "./commands/add-task-line";
import { remindLate } from "./commands/remind-late";
import { listLate } from "./queries/list-late";
import { getTask, listAssignees, listTasks } from "./queries/list-tasks";
import { slugInput } from "@/domain/schemas/projects";

/** What people and organisations ask each other for. */
export const tasksRouter = router({
  list: memberProcedure.input(listTasksInput).query(({ ctx, input }) => listTasks(ctx, input)),
  get: memberProcedure.input(taskIdInput).query(({ ctx, input }) => getTask(ctx, input)),
  assignees: memberProcedure.input(slugInput).query(({ ctx, input }) => listAssignees(ctx, input)),
  add: memberProcedure.input(addTaskInput).mutation(({ ctx, input }) => addTask(ctx, input)),
  addSeveral: memberProcedure.input(addTasksInput).mutation(({ ctx, input }) => addTasks(ctx, input)),
  addLine: memberProcedure.input(addTaskLineInput).mutation(({ ctx, input }) => addTaskLine(ctx, input)),
  late: memberProcedure.input(slugInput).query(({ ctx, input }) => listLate(ctx, input)),
  remindLate: memberProcedure.input(remindLateInput).mutation(({ ctx, input }) => remindLate(ctx, input)),
  accept: memberProcedure.input(taskActInput).mutation(({ ctx, input }) => acceptTask(ctx, input)),
  decline: memberProcedure.input(taskReasonInput).mutation(({ ctx, input }) => declineTask(ctx, input)),
  done: memberProcedure.input(taskActInput).mutation(({ ctx, input }) => finishTask(ctx, input)),
  reopen: memberProcedure.input(taskActInput).mutation(({ ctx, input }) => reopenTask(ctx, input)),
  drop: memberProcedure.input(taskReasonInput).mutation(({ ctx, input }) => dropTask(ctx, input)),
  handOver: memberProcedure.input(handOverTaskInput).mutation(({ ctx, input }) => handOverTask(ctx, input)),
  takeOver: memberProcedure.input(taskActInput).mutation(({ ctx, input }) => takeOverTask(ctx, input)),
  moreTime: memberProcedure.input(moreTimeInput).mutation(({ ctx, input }) => moveTask(ctx, input)),
});
