import { addDays, addMonths, type IsoDate } from "./dates";

/** Whose days a calendar shows: what waits for the person, for their organisations, or for anybody in the projects. */
export const calendarOwners = ["me", "organisation", "everyone"] as const;
export type CalendarOwner = (typeof calendarOwners)[number];

export const calendarKinds = ["output", "review", "task"] as const;
export type CalendarKind = (typeof calendarKinds)[number];

/** A month as YYYY-MM. */
export type Month = string;

/** The month of a day. */
export const monthOf = (day: IsoDate): Month => day.slice(0, 7);

/** The month some months later, or earlier when negative. */
export const monthAfter = (month: Month, months: number): Month => monthOf(addMonths(`${month}-01`, months));

const weekLength = 7;

/** Days since the Monday before, 0 on a Monday. */
const sinceMonday = (day: IsoDate): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % weekLength;

/** The weeks of a month from Monday to Sunday, with the days of the months before and after that complete them. */
export function weeksOf(month: Month): IsoDate[][] {
  const first = `${month}-01`;
  const last = addDays(addMonths(first, 1), -1);
  const weeks: IsoDate[][] = [];
  for (let monday = addDays(first, -sinceMonday(first)); monday <= last; monday = addDays(monday, weekLength)) {
    weeks.push(Array.from({ length: weekLength }, (_, offset) => addDays(monday, offset)));
  }
  return weeks;
}

/** First and last day of a month's weeks. */
export function daysAround(month: Month): { from: IsoDate; to: IsoDate } {
  const days = weeksOf(month).flat();
  return { from: days[0] ?? `${month}-01`, to: days.at(-1) ?? `${month}-01` };
}
