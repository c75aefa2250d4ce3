import { type IsoDate, isWithin, type Period } from "./dates";
import { findByName, type Named, withNames } from "./find-by-name";
import { readDay } from "./written-days";

/** At most this many tasks are added at once. */
export const mostTaskLines = 100;

export type LineAssignee = { personId: string } | { organisationId: string };

/** The organisations and people of a project. */
export type LineAssignees = readonly {
  organisationId: string;
  organisation: string;
  people: readonly { id: string; name: string }[];
}[];

/** Why a line is no task. */
export type LineProblem =
  "title_missing" | "title_long" | "who_missing" | "who_unknown" | "who_unclear" | "day_unreadable" | "day_outside";

/** A line that was read, by its number in the text; `found` is the part that the problem is about. */
export type TaskLine = { number: number; text: string } & (
  | { problem: LineProblem; found: string }
  | { problem: null; title: string; name: string; assignee: LineAssignee; dueOn: IsoDate | null }
);

type Reading = TaskLine extends infer Line ? (Line extends TaskLine ? Omit<Line, "number" | "text"> : never) : never;
type Candidate = { name: string; assignee: LineAssignee };
type Reader = {
  candidates: readonly Named<Candidate>[];
  /** People with the name of their organisation. */
  colleagues: readonly Named<Candidate>[];
  locale: string;
  today: IsoDate;
  window: Period | null;
};

const candidateOf = (name: string, assignee: LineAssignee) => withNames({ name, assignee }, [name]);

/** The person or organisation of this name, or the only one that has all its words: also "Name (Organisation)". */
function whoIs(text: string, { candidates, colleagues }: Reader): Candidate | "who_unknown" | "who_unclear" {
  const named = findByName(text, candidates);
  const [found, ...others] = named.length > 0 ? named : findByName(text, colleagues);
  return others.length > 0 ? "who_unclear" : (found ?? "who_unknown");
}

const fails = (problem: LineProblem, found: string): Reading => ({ problem, found });

/** Reads the parts of a line from its end, because titles may contain the separator. */
function readParts(parts: readonly string[], glue: string, reader: Reader): Reading {
  const last = parts.at(-1) ?? "";
  const day = readDay(last, reader.locale, reader.today);
  const before = day === null ? parts : parts.slice(0, -1);
  const who = whoIs(before.at(-1) ?? "", reader);
  const title = before.slice(0, -1).join(glue);
  if (parts.length < 2 || (day !== null && before.length < 2)) return fails("who_missing", last);
  if (typeof who === "string") {
    const isDayWrong = day === null && parts.length > 2 && typeof whoIs(parts.at(-2) ?? "", reader) !== "string";
    return isDayWrong ? fails("day_unreadable", last) : fails(who, before.at(-1) ?? "");
  }
  if (title === "") return fails("title_missing", "");
  if (title.length > 200) return fails("title_long", "");
  if (day !== null && reader.window !== null && !isWithin(reader.window, day)) return fails("day_outside", last);
  return { problem: null, title, name: who.name, assignee: who.assignee, dueOn: day };
}

const separators = [
  { pattern: /\t/u, glue: " " },
  { pattern: /;/u, glue: "; " },
  { pattern: /\s[–—-]\s/u, glue: " – " },
] as const;

function readLine(line: string, reader: Reader): Reading {
  const text = line.replace(/^\s*(?:[-–—•*·]|\d{1,3}[.)])\s+/u, "");
  const readings = separators
    .filter(({ pattern }) => pattern.test(text.trim()))
    .map(({ pattern, glue }) => {
      const parts = text.split(new RegExp(pattern, "gu")).map((part) => part.trim());
      // Empty cells at the end of a row.
      return readParts(parts.slice(0, parts.findLastIndex((part) => part !== "") + 1), glue, reader);
    });
  return readings.find(({ problem }) => problem === null) ?? readings[0] ?? fails("who_missing", text.trim());
}

/**
 * Reads pasted lines "title – who – day", also with tabs or semicolons; the day may be missing. Names may be written
 * without accents, or in part when only one has these words. `locale` and `today` read the days, `window` is the time
 * of the project. Empty lines are skipped.
 */
export function readTaskLines(
  text: string,
  options: { assignees: LineAssignees; locale: string; today: IsoDate; window: Period | null },
): TaskLine[] {
  const people = new Map(
    options.assignees.flatMap((one) => one.people).map(({ id, name }) => [id, candidateOf(name, { personId: id })]),
  );
  const organisations = options.assignees.map(({ organisationId, organisation }) =>
    candidateOf(organisation, { organisationId }),
  );
  const colleagues = options.assignees.flatMap((one) =>
    one.people.map(({ id, name }) => withNames({ name, assignee: { personId: id } }, [`${name} ${one.organisation}`])),
  );
  const reader = { ...options, candidates: [...organisations, ...people.values()], colleagues };
  return text
    .split(/\r\n?|\n/u)
    .map((line, index) => ({ number: index + 1, text: line }))
    .filter((line) => line.text.trim() !== "")
    .map((line) => ({ ...line, ...readLine(line.text, reader) }));
}

/** The lines that become tasks now, at most `mostTaskLines`, and those that stay in the text. */
export function splitTaskLines(lines: readonly TaskLine[]) {
  const tasks = lines.filter((line) => line.problem === null).slice(0, mostTaskLines);
  const taken = new Set(tasks.map(({ number }) => number));
  return { tasks, rest: lines.filter(({ number }) => !taken.has(number)) };
}
