import ical, { ICalEventTransparency } from "ical-generator";

export type CalendarDay = {
  /** Unique id of the event, which does not change, so that importing it again updates the event. */
  id: string;
  /** A whole day, as YYYY-MM-DD. */
  day: string;
  title: string;
  text: string;
  url: string;
};

/**
 * A calendar file (RFC 5545) with an all-day event for each of these days, without alarms, because calendars have their
 * own default.
 */
export function calendarFile(days: readonly CalendarDay[], now: Date): string {
  const calendar = ical({ prodId: "//Consorta//Due//EN" });
  for (const { id, day, title, text, url } of days) {
    calendar.createEvent({
      id: `${id}@consorta`,
      stamp: now,
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
