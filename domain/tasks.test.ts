import { describe, expect, it } from "vitest";
import type { Actor } from "./actor";
import {
  decideTask,
  newTaskState,
  nextMonth,
  possibleTaskActs,
  requireTaskDue,
  taskActs,
  type TaskRole,
  taskRoles,
  taskRolesOf,
  type TaskState,
  taskStates,
  taskTransitions,
} from "./tasks";

const outcome = (
  state: TaskState,
  act: (typeof taskActs)[number],
  roles: readonly TaskRole[],
  asNew: TaskState = "open",
) => {
  try {
    return decideTask(state, act, roles, asNew);
  } catch (problem) {
    return (problem as Error).message;
  }
};

describe("a task", () => {
  it("has these acts by state, for the assignee, their stand-in, a manager of that organisation and the asker", () => {
    const acts = (role: TaskRole) =>
      Object.fromEntries(taskStates.map((state) => [state, possibleTaskActs(state, [role]).join(" ")]));
    expect(acts("assignee")).toEqual({
      asked: "accept decline done handOver moreTime",
      open: "decline done handOver moreTime",
      done: "reopen",
      dropped: "reopen",
    });
    expect(acts("manager")).toEqual(acts("assignee"));
    expect(acts("standIn")).toEqual({ asked: "takeOver", open: "takeOver", done: "", dropped: "" });
    expect(acts("asker")).toEqual({
      asked: "done drop moreTime",
      open: "done drop moreTime",
      done: "reopen",
      dropped: "reopen",
    });
  });

  it("changes its state only as the table says, whoever acts", () => {
    for (const state of taskStates) {
      for (const act of taskActs) {
        const to = (taskTransitions[state] as Record<string, TaskState>)[act];
        expect(outcome(state, act, taskRoles), `${state} ${act}`).toBe(to ?? "task.wrong_state");
        expect(outcome(state, act, []), `${state} ${act} by nobody`).toBe("forbidden");
      }
    }
  });

  it("begins as a new one when it is opened after it was declined or dropped, not after it was done", () => {
    expect(outcome("dropped", "reopen", ["asker"], "asked")).toBe("asked");
    expect(outcome("dropped", "reopen", ["asker"], "open")).toBe("open");
    expect(outcome("done", "reopen", ["asker"], "asked")).toBe("open");
  });

  it("is open for one's own organisation, and asked of another one", () => {
    expect([newTaskState("a", "a"), newTaskState("a", "b")]).toEqual(["open", "asked"]);
  });
});

describe("what a person is to a task", () => {
  const person = (organisationId: string, kind: string, role: string): Actor =>
    ({
      personId: `${organisationId} ${role}`,
      participations: [{ projectId: "p", organisationId, kind, role }],
    }) as Actor;
  const task = {
    projectId: "p",
    organisationId: "school",
    assigneeId: null,
    standInId: null,
    askedBy: "firm contributor",
  };
  const named = { ...task, assigneeId: "school contributor" };
  const away = { ...task, assigneeId: "school other", standInId: "school contributor" };

  it.each([
    [
      "a contributor of its organisation, while nobody is named",
      "school",
      "partner",
      "contributor",
      task,
      ["assignee"],
    ],
    ["a manager of its organisation", "school", "partner", "manager", named, ["manager"]],
    ["a colleague of the person it is for", "school", "partner", "viewer", named, []],
    ["a colleague who stands in for the person it is for", "school", "partner", "contributor", away, ["standIn"]],
    ["the person it is for", "school", "partner", "contributor", named, ["assignee"]],
    ["who asked", "firm", "partner", "contributor", task, ["asker"]],
    ["a colleague of who asked", "firm", "partner", "manager", task, []],
    ["a manager of the coordinator", "lead", "coordinator", "manager", task, ["asker"]],
    ["a contributor of the coordinator", "lead", "coordinator", "contributor", task, []],
    ["an evaluator", "school", "evaluator", "manager", task, []],
  ])("%s", (_name, organisation, kind, role, subject, roles) => {
    expect(taskRolesOf(person(organisation, kind, role), subject)).toEqual(roles);
  });
});

it.each([
  ["before the project", "2026-08-31", "task.due_outside"],
  ["on its first day", "2026-09-01", null],
  ["180 days after its end", "2029-02-27", null],
  ["a day later", "2029-02-28", "task.due_outside"],
  ["never", null, null],
])("a task due %s", (_name, dueOn, problem) => {
  const project = { startsOn: "2026-09-01", durationMonths: 24 };
  const check = () => requireTaskDue(dueOn, project);
  if (problem) expect(check).toThrow(problem);
  else expect(check).not.toThrow();
  expect(() => requireTaskDue(dueOn, { startsOn: null, durationMonths: null })).not.toThrow();
});

describe("the next task of a monthly one", () => {
  const project = { startsOn: "2026-09-01", durationMonths: 6 };
  it.each([
    [0, "2027-02-28"],
    [1, "2027-03-31"],
    [2, "2027-04-30"],
  ])("after %s months is on %s, from 31 January", (monthsAfter, dueOn) => {
    expect(nextMonth({ monthlyFrom: "2027-01-31", monthsAfter }, project)).toMatchObject({ dueOn });
  });

  it("is none after the time of the project, and none for tasks that are not repeated", () => {
    expect(nextMonth({ monthlyFrom: "2027-01-31", monthsAfter: 7 }, project)).toBeNull();
    expect(nextMonth({ monthlyFrom: null, monthsAfter: 0 }, project)).toBeNull();
  });
});
