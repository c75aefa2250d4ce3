import { expect, it } from "vitest";
import { isInState, progressOf, tasksIn, timelineStates } from "./timeline";

const today = "2026-03-16";
const output = {
  status: "in_progress" as const,
  changedSinceApproval: false,
  dueOn: "2026-03-31",
  firstDueOn: "2026-03-31",
};
const statesOf = (change: Partial<Parameters<typeof progressOf>[0]>) => {
  const progress = progressOf({ ...output, ...change }, today);
  return timelineStates.filter((state) => isInState(state, progress));
};

it("an output is waiting until it is approved, late after its date, and slipped when its date is later than the first one", () => {
  expect(statesOf({})).toEqual(["waiting"]);
  expect(statesOf({ dueOn: "2026-03-15" })).toEqual(["waiting", "late"]);
  expect(statesOf({ firstDueOn: "2026-03-01" })).toEqual(["waiting", "slipped"]);
  expect(statesOf({ firstDueOn: "2026-04-30" })).toEqual(["waiting"]);
  expect(statesOf({ status: "approved", dueOn: "2026-03-01", firstDueOn: "2026-02-01" })).toEqual(["slipped", "done"]);
  expect(statesOf({ status: "published", changedSinceApproval: true })).toEqual(["waiting"]);
  expect(statesOf({ dueOn: null, firstDueOn: null })).toEqual(["waiting"]);
});

it("tasks are counted by state, a late one also as waiting", () => {
  const counts = { waiting: 3, late: 1, done: 2 };
  expect(tasksIn(null, counts)).toBe(5);
  expect(timelineStates.map((state) => tasksIn(state, counts))).toEqual([3, 1, 0, 2]);
});
