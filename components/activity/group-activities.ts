import type { ActivityEvent } from "@/domain/events/events";

type Entry = {
  id: string;
  at: Date;
  event: ActivityEvent | null;
  personId: string | null;
  outputId: string | null;
  slug: string | null;
};

/** Activities of one person, type and output within an hour; a single one is a burst too. */
export type Burst<E> = { first: E; entries: E[] };
export type Day<E> = { date: string; bursts: Burst<E>[] };

const hourMs = 3_600_000;

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** The calendar date of a moment in a time zone, as YYYY-MM-DD. */
function dayIn(timeZone: string, at: Date): string {
  const format =
    dayFormats.get(timeZone) ??
    new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  dayFormats.set(timeZone, format);
  return format.format(at);
}

function continues(group: Burst<Entry>, entry: Entry): boolean {
  const { first } = group;
  return (
    entry.event !== null &&
    first.event?.type === entry.event.type &&
    first.personId !== null &&
    first.personId === entry.personId &&
    first.outputId === entry.outputId &&
    first.slug === entry.slug &&
    first.at.getTime() - entry.at.getTime() <= hourMs
  );
}

/**
 * Groups entries, newest first, by day in the reader's time zone, and within a day by burst: the same person, type and
 * output within an hour, one after another. Types without a sentence for several stay single.
 */
export function groupActivities<E extends Entry>(
  entries: readonly E[],
  timeZone: string,
  hasBurst: (event: ActivityEvent) => boolean,
): Day<E>[] {
  const days: Day<E>[] = [];
  for (const entry of entries) {
    const date = dayIn(timeZone, entry.at);
    let day = days.at(-1);
    if (day?.date !== date) {
      day = { date, bursts: [] };
      days.push(day);
    }
    const last = day.bursts.at(-1);
    if (last && entry.event !== null && hasBurst(entry.event) && continues(last, entry)) last.entries.push(entry);
    else day.bursts.push({ first: entry, entries: [entry] });
  }
  return days;
}

/** The end of the reader's visit before this one, and the reader. */
export type News = { since: Date; personId: string };

/** Whether an activity is of another person and later than the reader's visit before this one. */
export const isNew = (entry: { at: Date; personId: string | null }, news: News | undefined): boolean =>
  news !== undefined && entry.at > news.since && entry.personId !== news.personId;
