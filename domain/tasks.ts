import { type Actor, participationIn } from "./actor";
import { addMonths, type IsoDate, isWithin } from "./dates";
import { dueWindow, type ProjectPeriod } from "./due-dates";
import { DomainError } from "./errors";

/**
 * States of a task. One for another organisation is "asked" until that organisation accepts it; a declined one is
 * dropped with the reason.
 */
export const taskStates = ["asked", "open", "done", "dropped"] as const;
export type TaskState = (typeof taskStates)[number];

export const taskActs = ["accept", "decline", "done", "reopen", "drop", "handOver", "takeOver", "moreTime"] as const;
export type TaskAct = (typeof taskActs)[number];

/** Transitions of a task by state and act. Handing an asked task over to a colleague accepts it, as taking it over. */
export const taskTransitions = {
  asked: {
    accept: "open",
    decline: "dropped",
    done: "done",
    drop: "dropped",
    handOver: "open",
    takeOver: "open",
    moreTime: "asked",
  },
  open: {
    done: "done",
    drop: "dropped",
    decline: "dropped",
    handOver: "open",
    takeOver: "open",
    moreTime: "open",
  },
  done: { reopen: "open" },
  dropped: { reopen: "open" },
} as const satisfies Record<TaskState, Partial<Record<TaskAct, TaskState>>>;

/**
 * What a person is to a task. The assignee is the person it is for, or anyone who works for its organisation when it
 * names nobody; the stand-in is the colleague whom an absent assignee named; the manager is one of that organisation; the
 * asker is who asked, or a manager of the coordinator.
 */
export const taskRoles = ["assignee", "standIn", "manager", "asker"] as const;
export type TaskRole = (typeof taskRoles)[number];

const actors: Record<TaskAct, readonly TaskRole[]> = {
  accept: ["assignee", "manager"],
  decline: ["assignee", "manager"],
  done: ["assignee", "manager", "asker"],
  reopen: ["assignee", "manager", "asker"],
  drop: ["asker"],
  handOver: ["assignee", "manager"],
  takeOver: ["standIn"],
  moreTime: ["assignee", "manager", "asker"],
};

type Assigned = {
  projectId: string;
  organisationId: string;
  assigneeId: string | null;
  /** Who stands in for the assignee now. */
  standInId: string | null;
  askedBy: string;
};

/** What the actor is to a task; nothing for viewers and evaluators, who only read. */
export function taskRolesOf(actor: Actor, task: Assigned): TaskRole[] {
  const own = participationIn(actor, task.projectId);
  if (own === null || own.kind === "evaluator" || own.role === "viewer") return [];
  const inside = own.organisationId === task.organisationId;
  const roles: TaskRole[] = [];
  if (inside && (task.assigneeId === null || task.assigneeId === actor.personId)) roles.push("assignee");
  if (inside && task.standInId === actor.personId) roles.push("standIn");
  if (inside && own.role === "manager") roles.push("manager");
  if (task.askedBy === actor.personId || (own.kind === "coordinator" && own.role === "manager")) roles.push("asker");
  return roles;
}

/** The acts that a person in these roles may perform on a task in this state. */
export const possibleTaskActs = (state: TaskState, roles: readonly TaskRole[]): TaskAct[] =>
  taskActs.filter((act) => act in taskTransitions[state] && actors[act].some((role) => roles.includes(role)));

/**
 * The state of a task after an act. One that was declined or dropped begins again as a new task of the actor would
 * (`asNew`), so that nobody opens what another organisation refused. Errors: forbidden for a person in none of the roles,
 * task.wrong_state.
 */
export function decideTask(state: TaskState, act: TaskAct, roles: readonly TaskRole[], asNew: TaskState): TaskState {
  if (!actors[act].some((role) => roles.includes(role))) throw new DomainError("forbidden");
  const next: Partial<Record<TaskAct, TaskState>> = taskTransitions[state];
  const to = next[act];
  if (!to) throw new DomainError("task.wrong_state", { state });
  return state === "dropped" ? asNew : to;
}

/** The state of a new task: open for the actor's own organisation, asked for another one. */
export const newTaskState = (ownOrganisationId: string, organisationId: string): TaskState =>
  ownOrganisationId === organisationId ? "open" : "asked";

/**
 * Checks that a task is due within its project: from its start to 180 days after its end. A project without dates takes
 * any day. Errors: task.due_outside.
 */
export function requireTaskDue(dueOn: IsoDate | null, project: ProjectPeriod): void {
  const window = dueWindow(project);
  if (dueOn === null || window === null) return;
  if (!isWithin(window, dueOn)) throw new DomainError("task.due_outside", { field: "dueOn" });
}

type Repeated = { monthlyFrom: IsoDate | null; monthsAfter: number };

/**
 * The day of the next task of a monthly one, counted from the first day, so that a task of the 31st is on the last day
 * of shorter months only; null for other tasks and after the time of the project.
 */
export function nextMonth({ monthlyFrom, monthsAfter }: Repeated, project: ProjectPeriod) {
  if (monthlyFrom === null) return null;
  const dueOn = addMonths(monthlyFrom, monthsAfter + 1);
  const window = dueWindow(project);
  if (window !== null && !isWithin(window, dueOn)) return null;
  return { dueOn, monthlyFrom, monthsAfter: monthsAfter + 1 };
}
