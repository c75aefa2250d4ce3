import ical, { ICalEventTransparency } from "ical-generator";

export type CalendarDay = {
  /** Unique id of the event, which does not change, so that importing it again updates the event. */
  id: string;
  /** A whole day, as YYYY-MM-DD. */
  day: string;
  title: string;
  text: string;
  url: string;
  /** Counts its changes, from 1. */
  revision?: number;
  changedAt?: Date;
};

/** How a feed is named, and how often calendar programs are asked to read it. */
export type CalendarFeed = { name: string; refreshMinutes: number };

/**
 * A calendar file (RFC 5545) with an all-day event for each of these days, without alarms, because calendars have their
 * own default.
 */
export function calendarFile(days: readonly CalendarDay[], now: Date, feed?: CalendarFeed): string {
  const calendar = ical({
    prodId: "//Consorta//Due//EN",
    ...(feed ? { name: feed.name, ttl: feed.refreshMinutes * 60 } : {}),
  });
  for (const { id, day, title, text, url, revision, changedAt } of days) {
    calendar.createEvent({
      id: `${id}@consorta`,
      stamp: changedAt ?? now,
      ...(changedAt ? { lastModified: changedAt } : {}),
      ...(revision === undefined ? {} : { sequence: revision - 1 }),
      start: new Date(`${day}T00:00:00Z`),
      allDay: true,
      timezone: "UTC",
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: title,
      description: text,
      url,
    });
  }
  return calendar.toString();
}
