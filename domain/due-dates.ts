import { addDays, daysBetween, type IsoDate, isWithin, periodLasting } from "./dates";
import { DomainError } from "./errors";

/** Days after the end of a project in which work may still be due, for its final report. */
const daysAfterEnd = 180;

export type ProjectPeriod = { startsOn: IsoDate | null; durationMonths: number | null };

/** The days of a project in which work may be due, with the time for its final report; null without dates. */
export function dueWindow({ startsOn, durationMonths }: ProjectPeriod): { startsOn: IsoDate; endsOn: IsoDate } | null {
  if (startsOn === null || durationMonths === null) return null;
  return { startsOn, endsOn: addDays(periodLasting(startsOn, durationMonths).endsOn, daysAfterEnd) };
}

/** By how many days a due date moved from the first one that was agreed: negative when it is earlier, 0 without dates. */
export function slip(first: IsoDate | null, now: IsoDate | null): number {
  return first === null || now === null ? 0 : daysBetween(first, now);
}

type Move = { from: IsoDate | null; to: IsoDate; coordinates: boolean };

/**
 * Checks a new due date of an output: another day than now, not before the start of the project, at most 180 days after
 * its end, and after its end only when the coordinator moves it. A project without dates takes any other day. Errors:
 * output.due_unchanged, output.due_outside, output.due_after_end.
 */
export function requireOutputDue({ from, to, coordinates }: Move, project: ProjectPeriod): void {
  if (from === to) throw new DomainError("output.due_unchanged", { field: "dueOn" });
  const window = dueWindow(project);
  if (window === null || project.startsOn === null || project.durationMonths === null) return;
  if (!isWithin(window, to)) throw new DomainError("output.due_outside", { field: "dueOn" });
  const { endsOn } = periodLasting(project.startsOn, project.durationMonths);
  if (to > endsOn && !coordinates) throw new DomainError("output.due_after_end", { field: "dueOn" });
}
