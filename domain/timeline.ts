import { slip } from "./due-dates";
import type { IsoDate } from "./dates";
import { isLate, type OutputStatus } from "./outputs";

/** What a timeline can be narrowed to: `slipped` means later than the first date that was agreed. */
export const timelineStates = ["waiting", "late", "slipped", "done"] as const;
export type TimelineState = (typeof timelineStates)[number];

/** What a timeline shows besides work packages and outputs. */
export const timelineParts = ["tasks", "reviews"] as const;

type Dated = {
  status: OutputStatus;
  changedSinceApproval: boolean;
  dueOn: IsoDate | null;
  firstDueOn: IsoDate | null;
};

/** Whether an output is approved without later changes, whether it is late, and by how many days it moved. */
export function progressOf(output: Dated, today: IsoDate): { done: boolean; late: boolean; slippedDays: number } {
  const approved = output.status === "approved" || output.status === "published";
  return {
    done: approved && !output.changedSinceApproval,
    late: isLate(output, today),
    slippedDays: slip(output.firstDueOn, output.dueOn),
  };
}

/** Whether an output belongs to the state that a timeline is narrowed to. */
export function isInState(
  state: TimelineState,
  { done, late, slippedDays }: { done: boolean; late: boolean; slippedDays: number },
): boolean {
  return { waiting: !done, late, slipped: slippedDays > 0, done }[state];
}

export type TaskCounts = { waiting: number; late: number; done: number };

/** The number of tasks in a state; no task is slipped, because the first day of a task is not compared. */
export function tasksIn(state: TimelineState | null, { waiting, late, done }: TaskCounts): number {
  if (state === null) return waiting + done;
  return { waiting, late, slipped: 0, done }[state];
}
