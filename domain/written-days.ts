import { type IsoDate, isIsoDate } from "./dates";
import { foldText } from "./folding";

type DateField = "day" | "month" | "year";
type DayNotation = { order: readonly DateField[]; months: readonly (readonly string[])[] };

const notations = new Map<string, DayNotation>();

/** The names of a month as they are written in a locale: long and short, alone and within a date. */
function monthNames(locale: string, month: number): string[] {
  const date = new Date(Date.UTC(2024, month, 1));
  return (["long", "short"] as const).flatMap((length) => {
    const alone = new Intl.DateTimeFormat(locale, { timeZone: "UTC", month: length }).format(date);
    const parts = new Intl.DateTimeFormat(locale, { timeZone: "UTC", month: length, day: "numeric" });
    const inDate = parts.formatToParts(date).find(({ type }) => type === "month")?.value ?? "";
    return [foldText(alone), foldText(inDate)];
  });
}

/** How a locale writes days: the order of numbers, and the names of months, also in English. */
function notationOf(locale: string): DayNotation {
  const known = notations.get(locale);
  if (known) return known;
  const parts = new Intl.DateTimeFormat(locale, { timeZone: "UTC", dateStyle: "short" }).formatToParts(new Date(0));
  const made = {
    order: parts.map(({ type }) => type).filter((type): type is DateField => /^(?:day|month|year)$/u.test(type)),
    months: Array.from({ length: 12 }, (_, month) => [...monthNames(locale, month), ...monthNames("en-GB", month)]),
  };
  notations.set(locale, made);
  return made;
}

/** The number of the month with this name or its beginning of three letters or more; 0 for none. */
function monthOf(word: string, { months }: DayNotation): number {
  const exact = months.findIndex((names) => names.includes(word));
  if (exact >= 0 || word.length < 3) return exact + 1;
  return months.findIndex((names) => names.some((name) => name.startsWith(word))) + 1;
}

const fullYear = (year: number) => (year < 100 ? 2000 + year : year);
const dateOf = (year: number, month: number, day: number): IsoDate | null => {
  const date = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return isIsoDate(date) && year >= 1900 && year <= 2199 ? date : null;
};

/** The next day with this month and day, from today. */
function nextOf(today: IsoDate, month: number, day: number): IsoDate | null {
  const year = Number(today.slice(0, 4));
  const date = dateOf(year, month, day);
  return date !== null && date < today ? dateOf(year + 1, month, day) : date;
}

/**
 * Reads a day as people write it: 2027-05-12, 12.5.2027, 12/05/27, 12 May 2027, 12. Mai; numbers in the order of the
 * locale. Without a year it is the next such day from `today`. Null when it is no day.
 */
export function readDay(text: string, locale: string, today: IsoDate): IsoDate | null {
  const written = text.trim();
  if (written.length > 40) return null;
  const notation = notationOf(locale);
  const numbers = /^(\d{1,4})([./-])\s?(\d{1,2})(?:\2\s?(\d{4}|\d{2}))?\2?$/u.exec(written);
  if (numbers) {
    const [first, second, third] = [numbers[1], numbers[3], numbers[4]].map(Number);
    if (first === undefined || second === undefined) return null;
    if (numbers[1]?.length === 4) return numbers[4] === undefined ? null : dateOf(first, second, third ?? 0);
    const monthFirst = notation.order.indexOf("month") < notation.order.indexOf("day") && notation.order[0] !== "year";
    const [day, month] = monthFirst ? [second, first] : [first, second];
    return numbers[4] === undefined ? nextOf(today, month, day) : dateOf(fullYear(third ?? 0), month, day);
  }
  const words = foldText(written).split(" ");
  const named = words.map((word) => monthOf(word, notation)).filter((month) => month > 0);
  const [day, year, ...rest] = words.flatMap((word) =>
    /^\d{1,4}(?:st|nd|rd|th)?$/u.test(word) ? [parseInt(word)] : [],
  );
  // Other words are of two letters at most, such as "of" and "de".
  const others = words.filter((word) => !/^\d/u.test(word) && word.length > 2 && monthOf(word, notation) === 0);
  const [month] = named;
  if (month === undefined || named.length > 1 || day === undefined || rest.length > 0 || others.length > 0) return null;
  return year === undefined ? nextOf(today, month, day) : dateOf(fullYear(year), month, day);
}
