import type { z } from "zod";
import { commentEvents } from "./comments";
import { conversationEvents } from "./conversations";
import type { Audience, EventDefinition, EventKind, EventSubject } from "./event";
import { organisationEvents } from "./organisations";
import { outputEvents } from "./outputs";
import { personEvents } from "./people";
import { practiceEvents } from "./practices";
import { projectEvents } from "./projects";
import { replicationEvents } from "./replications";
import { reviewEvents } from "./reviews";
import { taskEvents } from "./tasks";

const definitions = {
  ...personEvents,
  ...organisationEvents,
  ...projectEvents,
  ...outputEvents,
  ...reviewEvents,
  ...commentEvents,
  ...practiceEvents,
  ...replicationEvents,
  ...conversationEvents,
  ...taskEvents,
};

/** `<noun>.<past tense>` */
export type EventType = keyof typeof definitions;
export type EventData = { [T in EventType]: z.output<(typeof definitions)[T]["shape"]> };
export type ActivityEvent<T extends EventType = EventType> = { [K in T]: { type: K; data: EventData[K] } }[T];

/** Every event type with everything that depends on it; code that decides by event type reads this table. */
export const events: { readonly [T in EventType]: EventDefinition<EventData[T]> } = definitions;

const isEventType = (type: string): type is EventType => Object.hasOwn(events, type);

export const eventTypes = Object.keys(events).filter(isEventType);

/** The event types that a filter of the feed shows. */
export const typesOfKind = (kind: EventKind): EventType[] => eventTypes.filter((type) => events[type].kind === kind);

/** The message key of an event type. */
export const messageKey = (type: EventType): string => type.replace(".", "_");

/** Parses data for storing, without unknown fields. Throws a ZodError when it does not have the shape. */
export function checkEvent<T extends EventType>(event: ActivityEvent<T>): EventData[T] {
  return events[event.type].shape.parse(event.data);
}

export type ReadEvent = { ok: true; event: ActivityEvent } | { ok: false; problem: string };

/** Parses a stored event. The problem names the wrong fields, never their values, because it is logged. */
export function readEvent(type: string, data: unknown): ReadEvent {
  if (!isEventType(type)) return { ok: false, problem: "unknown type" };
  const read = events[type].shape.safeParse(data);
  if (!read.success) {
    const fields = read.error.issues.map((issue) => issue.path.join(".") || "data");
    return { ok: false, problem: `does not fit: ${fields.join(", ")}` };
  }
  return { ok: true, event: { type, data: read.data } as ActivityEvent };
}

/** The path of the page that an event leads to. */
export function pageOf<T extends EventType>(event: ActivityEvent<T>, subject: EventSubject): string {
  return events[event.type].page(event.data, subject);
}

/** Text written by a person that the e-mail quotes; empty when there is none. */
export function quoteOf<T extends EventType>(event: ActivityEvent<T>): string {
  return events[event.type].quote?.(event.data) ?? "";
}

/** The audience of an event. */
export const audienceOf = (type: EventType): readonly Audience[] => events[type].audience;
