import { addDays, type IsoDate } from "./dates";

/** What a person or their organisations owe, in the order in which a list shows things of the same day. */
export const dueKinds = [
  "task",
  "output",
  "contribution",
  "review",
  "decision",
  "time_request",
  "practice",
  "invitation",
  "join_request",
] as const;
export type DueKind = (typeof dueKinds)[number];

export const dueGroups = ["late", "week", "later"] as const;
export type DueGroup = (typeof dueGroups)[number];

/** The Sunday of the week of a day. */
export function weekEnd(day: IsoDate): IsoDate {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, (7 - weekday) % 7);
}

/**
 * The group of a thing in the list of what is due: late before today, this week until Sunday, else later. `sortOn` is its
 * due day; today for what waits for an answer without a day. `today` is the day in Brussels, for readers everywhere.
 */
export function dueGroup(sortOn: IsoDate, today: IsoDate): DueGroup {
  if (sortOn < today) return "late";
  return sortOn <= weekEnd(today) ? "week" : "later";
}
