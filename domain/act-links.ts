import { addDays, type IsoDate } from "./dates";
import type { TaskAct } from "./tasks";

/**
 * What a link of an e-mail does without a sign-in, once, for one person and one subject. None of them decides for the
 * consortium.
 */
export const linkActs = [
  "recommendApproval",
  "recommendChanges",
  "acknowledgeReview",
  "acceptTask",
  "finishTask",
  "moreTime",
  "uploadFile",
] as const;
export type LinkAct = (typeof linkActs)[number];

/** The header of uploads with the token of a link. */
export const actLinkHeader = "x-consorta-act-link";

/** Minutes in which a link to upload takes further files after the first one. */
export const moreFilesMinutes = 60;

/** Days in which a link works. */
export const actLinkDays = 7;

/** Days that one link asks for. */
export const moreTimeDays = 5;

/** The new day of a task for which more time is needed; counted from today when it is late. */
export const laterDue = (dueOn: IsoDate, today: IsoDate): IsoDate =>
  addDays(dueOn > today ? dueOn : today, moreTimeDays);

const linkActOf: Partial<Record<TaskAct, LinkAct>> = {
  accept: "acceptTask",
  done: "finishTask",
  moreTime: "moreTime",
};

/** The links of an e-mail about a task, of the acts that its recipient may do; no more time for a task without a day. */
export const linksOfTask = (possible: readonly TaskAct[], dueOn: IsoDate | null): LinkAct[] =>
  possible.flatMap((act) => (act === "moreTime" && dueOn === null ? [] : (linkActOf[act] ?? [])));
