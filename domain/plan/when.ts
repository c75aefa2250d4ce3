import { addDays, addMonths, type IsoDate } from "../dates";
import { foldText } from "../folding";
import { readDay } from "../written-days";

/** How days are read: the start of the project for its months, the reader's locale, and the day in Brussels. */
export type DayReader = { startsOn: IsoDate | null; locale: string; today: IsoDate };

/** A time of a plan: a day, a month or a period, from its first to its last day; `from` is null for one day or month. */
export type When = { from: IsoDate | null; to: IsoDate };
export type WhenProblem = "when_unreadable" | "no_start";

type Span = { first: IsoDate; last: IsoDate };

const monthWords = [
  ..."m μ month months monat monate mois mes meses mese mesi".split(" "),
  ..."μήνας μήνα μήνες miesiąc miesiące".split(" ").map(foldText),
];
const projectMonth = new RegExp(`^(?:${monthWords.join("|")})?\\s?(\\d{1,2})$`, "u");
const isProjectMonth = (text: string) => projectMonth.test(foldText(text));

const wholeMonth = (first: IsoDate): Span => ({ first, last: addDays(addMonths(first, 1), -1) });

/** "08/2027", "2027-08", "Aug 2027" and "Aug-27", as spreadsheets write months. */
function calendarMonth(text: string, { locale, today }: DayReader): Span | null {
  const [, month, year] = /^(\d{1,2})[./-](\d{4})$/u.exec(text) ?? [];
  const [, firstYear, laterMonth] = /^(\d{4})[./-](\d{1,2})$/u.exec(text) ?? [];
  const named = /^\p{L}+[.\s-]*(?:\d{4}|(?<=-)\d{2})$/u.test(text) ? text.replace(/[.\s-]+/gu, " ") : null;
  const written = month ? `${year ?? ""}-${month}-01` : firstYear ? `${firstYear}-${laterMonth ?? ""}-01` : null;
  const first = written ?? (named === null ? null : `1 ${named}`);
  const day = first === null ? null : readDay(first, locale, today);
  return day === null ? null : wholeMonth(day);
}

function readSpan(text: string, reader: DayReader): Span | WhenProblem {
  const [, month] = projectMonth.exec(foldText(text)) ?? [];
  if (month !== undefined) {
    if (reader.startsOn === null) return "no_start";
    const count = Number(month);
    return count < 1 ? "when_unreadable" : wholeMonth(addMonths(reader.startsOn, count - 1));
  }
  const written = text.replace(/[\sT]00:00(?::00)?$/u, "");
  const inMonth = calendarMonth(written, reader);
  if (inMonth) return inMonth;
  // Applications are European: what is no day in the order of the reader's locale may be one with the day first.
  const day = readDay(written, reader.locale, reader.today) ?? readDay(written, "en-GB", reader.today);
  return day === null ? "when_unreadable" : { first: day, last: day };
}

/** The two ends of "M1 – M12", "1-12", "mois 1 à 3", "1 May 2027 to 31 May 2027" and "1/9/2026-31/8/2027". */
function endsOf(text: string): string[] {
  const [, first = "", last = ""] = /^([^-–—]+)[-–—]([^-–—]+)$/u.exec(text) ?? [];
  const isRange = (test: (end: string) => boolean) => test(first.trim()) && test(last.trim());
  // Between numbers alone the hyphen is not one of a day: "1-12" is no 1 December.
  if (isRange(isProjectMonth) || isRange((end) => /^[\d./]+[./]\d{4}$/u.test(end))) return [first.trim(), last.trim()];
  return text.split(/\s+(?:-|to|until|bis|à|au|a|al|do|έως)\s+|\s*[–—]\s*/u);
}

/**
 * Reads when something is due, or from when to when it lasts: months of the project ("M12", "12", "M1–M6"), days and
 * months of the calendar, also with a note in brackets after them. A month counts to its last day. Null for an empty text.
 */
export function readWhen(text: string, reader: DayReader): When | WhenProblem | null {
  const written = text.replace(/(?<=\S)\s*\([^)]*\)\s*$/u, "").trim();
  if (written === "") return null;
  const [first = "", last, ...rest] = endsOf(written);
  const begin = readSpan(first, reader);
  if (typeof begin === "string") return begin;
  if (last === undefined) return { from: null, to: begin.last };
  const end = readSpan(last, reader);
  if (typeof end === "string") return end;
  return rest.length > 0 || end.last < begin.first ? "when_unreadable" : { from: begin.first, to: end.last };
}
