/** Calendar days as YYYY-MM-DD text. They can be compared as text and have no time zone. */
export type IsoDate = string;

export interface Period {
  startsOn: IsoDate;
  endsOn: IsoDate;
}

const dayMs = 86_400_000;
const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

function toUtc(date: IsoDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

function fromUtc(date: Date): IsoDate {
  return date.toISOString().slice(0, 10);
}

/** True when the text is an existing day. */
export function isIsoDate(text: string): boolean {
  if (!pattern.test(text)) return false;
  const date = toUtc(text);
  return !Number.isNaN(date.getTime()) && fromUtc(date) === text;
}

/** The day some days later, or earlier when negative. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return fromUtc(new Date(toUtc(date).getTime() + days * dayMs));
}

/** The same day of the month some months later; the last day of the month when it has no such day. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const from = toUtc(date);
  const target = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1));
  const lastDay = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  target.setUTCDate(Math.min(from.getUTCDate(), lastDay));
  return fromUtc(target);
}

/** The period of whole months from a day: 24 months from 1 September end on 31 August. */
export function periodLasting(startsOn: IsoDate, months: number): Period {
  return { startsOn, endsOn: addDays(addMonths(startsOn, months), -1) };
}

/** The length of a period in months; a month that has begun counts as a whole one. */
export function monthsOf({ startsOn, endsOn }: Period): number {
  const start = toUtc(startsOn);
  const after = toUtc(addDays(endsOn, 1));
  const whole = (after.getUTCFullYear() - start.getUTCFullYear()) * 12 + after.getUTCMonth() - start.getUTCMonth();
  if (addMonths(startsOn, whole) < fromUtc(after)) return whole + 1;
  return addMonths(startsOn, whole - 1) >= fromUtc(after) ? whole - 1 : whole;
}

/** Number of days between two days; negative when the second is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((toUtc(to).getTime() - toUtc(from).getTime()) / dayMs);
}

/** True when a day is in a period, including its first and last day. */
export function isWithin({ startsOn, endsOn }: Period, date: IsoDate): boolean {
  return date >= startsOn && date <= endsOn;
}

/** True when two periods have a day in common. */
export function overlaps(a: Period, b: Period): boolean {
  return a.startsOn <= b.endsOn && b.startsOn <= a.endsOn;
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** The current day in a time zone (IANA name). */
export function dayIn(now: Date, timeZone: string): IsoDate {
  let format = dayFormats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
    dayFormats.set(timeZone, format);
  }
  return format.format(now);
}

const clockFormats = new Map<string, Intl.DateTimeFormat>();

/** The minutes that the clock in a time zone (IANA name) shows since midnight. */
export function minuteIn(now: Date, timeZone: string): number {
  let format = clockFormats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" });
    clockFormats.set(timeZone, format);
  }
  const [hours = 0, minutes = 0] = format.format(now).split(":").map(Number);
  return hours * 60 + minutes;
}

/** The first moment of a day in a time zone (IANA name), to the minute. */
export function startOfDayIn(day: IsoDate, timeZone: string): Date {
  // Midnight is at most fifteen hours from that of Greenwich. Some days begin at one, when the clocks change.
  let before = Math.round(toUtc(day).getTime() / 60_000) - 15 * 60;
  let within = before + 30 * 60;
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2);
    if (dayIn(new Date(middle * 60_000), timeZone) < day) before = middle;
    else within = middle;
  }
  return new Date(within * 60_000);
}

/** The day of the week, from 1, Monday, to 7, Sunday. */
export const weekdayOf = (date: IsoDate): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;

/** The current day in Brussels, where the programme's deadlines are counted. */
export function dayInBrussels(now: Date): IsoDate {
  return dayIn(now, "Europe/Brussels");
}

/** True after the end of the due day in Brussels. */
export function isLate(dueOn: IsoDate, now: Date): boolean {
  return dayInBrussels(now) > dueOn;
}
