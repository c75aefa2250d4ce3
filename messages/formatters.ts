import { createFormatter } from "use-intl/core";

/** What a text depends on besides its data: the reader's language with region (BCP 47) and time zone (IANA). */
export type Reader = { locale: string; timeZone: string };

function cached<Value>(cache: Map<string, Value>, key: string, make: () => Value): Value {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
}

const formatters = new Map<string, ReturnType<typeof createFormatter>>();

/**
 * Dates, numbers and relative times in the reader's locale and time zone. Kept for each reader, because preparing the
 * formats of Intl costs more than formatting.
 */
export const formatterFor = (reader: Reader) =>
  cached(formatters, `${reader.locale} ${reader.timeZone}`, () => createFormatter(reader));

const calendarForms = {
  day: { day: "numeric", month: "short", year: "numeric" },
  longDay: { dateStyle: "long" },
  weekday: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  weekdayName: { weekday: "short" },
  dayOfMonth: { day: "numeric" },
  month: { month: "long", year: "numeric" },
  shortMonth: { month: "short" },
  shortMonthOfYear: { month: "short", year: "numeric" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const calendars = new Map<string, Intl.DateTimeFormat>();

/** Formats a calendar date (YYYY-MM-DD), which has no time zone, in a locale. */
export function formatCalendarDate(locale: string, date: string, form: keyof typeof calendarForms): string {
  const format = cached(calendars, `${locale} ${form}`, () => {
    return new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...calendarForms[form] });
  });
  return format.format(new Date(`${date}T00:00:00Z`));
}

const moments = new Map<string, { short: Intl.DateTimeFormat; full: Intl.DateTimeFormat }>();

/** A moment with its time of day: `short` in a text, `full` with its zone, for the exact moment. */
export function formatMoment({ locale, timeZone }: Reader, moment: Date, form: "short" | "full"): string {
  const formats = cached(moments, `${locale} ${timeZone}`, () => ({
    short: new Intl.DateTimeFormat(locale, { timeZone, dateStyle: "medium", timeStyle: "short" }),
    full: new Intl.DateTimeFormat(locale, {
      timeZone,
      weekday: "long",
      day: "numeric",
      month: "long",
      year: "numeric",
      hour: "numeric",
      minute: "2-digit",
      timeZoneName: "short",
    }),
  }));
  return formats[form].format(moment);
}

/** The name of the reader's time zone, such as "Eastern European Time". */
export function timeZoneName({ locale, timeZone }: Reader): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: "longGeneric" }).formatToParts(new Date());
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
}
