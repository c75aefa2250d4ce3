import { audiences, type EventSubject } from "./events/event";
import type { ActivityEvent } from "./events/events";

/** What notifications are grouped by. */
export const subjectTypes = ["output", "task", "practice", "project", "organisation", "account"] as const;
export type SubjectType = (typeof subjectTypes)[number];
export type NotificationSubject = { type: SubjectType; id: string };

/** What a person can mute: also the thread of a comment. */
export const mutableTypes = [...subjectTypes, "thread"] as const;
export type Mutable = { type: (typeof mutableTypes)[number]; id: string };

/** Why a person is told: a comment mentions them, or the audience that they belong to. */
export const reasons = ["mentioned", ...audiences] as const;

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
