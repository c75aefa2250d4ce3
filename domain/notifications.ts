import { audiences, type EventSubject } from "./events/event";
import { type ActivityEvent, events } from "./events/events";
import { outputCode } from "./outputs";

/** What notifications are grouped by. */
export const subjectTypes = ["output", "task", "practice", "project", "organisation", "account"] as const;
export type SubjectType = (typeof subjectTypes)[number];
export type NotificationSubject = { type: SubjectType; id: string };

/** What a person can mute: also the thread of a comment. */
export const mutableTypes = [...subjectTypes, "thread"] as const;
export type Mutable = { type: (typeof mutableTypes)[number]; id: string };

/** For how many days a page offers to mute something, besides for good. */
export const muteDays = [7, 30] as const;

/** Why a person is told: a comment mentions them, the audience that they belong to, or one of it is away. */
export const reasons = ["mentioned", ...audiences, "stand_in"] as const;

export type Reason = (typeof reasons)[number];

/** What a person chooses a time for: what waits for them, comments, and everything else that concerns them. */
export const mailKinds = ["asked", "news", "comments"] as const;
export type MailKind = (typeof mailKinds)[number];

/** When e-mails of a kind are sent; a daily or weekly one tells of everything since the last. */
export const frequencies = ["at_once", "daily", "weekly", "never"] as const;

/** The choices of a person who made none: at seven, on Mondays (1; Sunday is 7). */
export const defaultSettings = {
  asked: "at_once",
  news: "daily",
  comments: "daily",
  reminders: true,
  letter: true,
  hour: 7,
  weekday: 1,
  pausedUntil: null,
} as const;

/** Reasons that name the person and not their organisation or role. */
const personal: readonly Reason[] = ["mentioned", "subject", "applicant", "task_people"];

/** The kind of e-mail about an event. */
export function mailKindOf(event: ActivityEvent, why: Reason): MailKind {
  if (events[event.type].asks || personal.includes(why)) return "asked";
  return event.type === "comment.added" ? "comments" : "news";
}

/** What the subject of an event is called; null when the event does not name it. */
export function subjectName({ data }: ActivityEvent, { type }: NotificationSubject): string | null {
  const values: Record<string, unknown> = data;
  const word = (key: string) => (typeof values[key] === "string" && values[key] !== "" ? values[key] : null);
  if (type === "output" && typeof values["number"] === "number") {
    return `${outputCode(values["number"])} ${word("title") ?? ""}`.trim();
  }
  if (type === "task" || type === "practice") return word("title");
  return type === "organisation" ? word("name") : null;
}

/** At most this many unread notifications are counted. */
export const mostUnread = 99;

type Place = Pick<EventSubject, "outputId" | "organisationId"> & { projectId: string | null };

/** The subject of an event, the narrowest of its data and place; the account of the person told when it has none. */
export function subjectOf({ data }: ActivityEvent, place: Place, personId: string): NotificationSubject {
  if ("taskId" in data) return { type: "task", id: data.taskId };
  if ("practiceId" in data) return { type: "practice", id: data.practiceId };
  if (place.outputId !== null) return { type: "output", id: place.outputId };
  if (place.projectId !== null) return { type: "project", id: place.projectId };
  if ("organisationId" in data) return { type: "organisation", id: data.organisationId };
  return { type: "account", id: personId };
}
