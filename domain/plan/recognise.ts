import { findLead, namedOrganisations } from "./leads";
import type { PlanContext, PlanRow, PlanTable } from "./rows";
import { readWhen } from "./when";
import { type Code, codeInTitle, type Column, headingColumn, namesAmount, readCode } from "./words";

type Columns = Partial<Record<Column, number>>;
type Cells = readonly string[];

const clean = (cell: string) => cell.replace(/\s+/gu, " ").trim();

/** The columns that a row of headings names; each column once, the first that fits. */
function columnsOfHeading(row: Cells): Columns {
  const columns: Columns = {};
  for (const [index, cell] of row.entries()) {
    const column = headingColumn(cell);
    if (column !== null) columns[column] ??= index;
  }
  return columns;
}

const count = <T>(list: readonly T[], test: (one: T) => boolean) => list.filter(test).length;

/** Adds the columns that no heading names, by what most of their cells hold. */
function withGuesses(columns: Columns, rows: readonly Cells[], context: PlanContext, heading?: Cells): Columns {
  const isHeaded = heading !== undefined;
  const taken = new Set(Object.values(columns));
  const width = Math.max(0, ...rows.map((row) => row.length));
  const free = Array.from({ length: width }, (_, index) => index)
    .filter((index) => !taken.has(index) && !namesAmount(heading?.[index] ?? ""))
    .map((index) => ({ index, cells: rows.slice(0, 100).flatMap((row) => row[index] || []) }))
    .filter(({ cells }) => cells.length > 0);
  const named = namedOrganisations(context.organisations);
  const guessed: Columns = { ...columns };
  /** The first free column of which more than this share passes the test. */
  const take = (test: (cell: string) => boolean, least: number) => {
    const found = free.find(({ cells }) => count(cells, test) > cells.length * least);
    if (found) free.splice(free.indexOf(found), 1);
    return found?.index;
  };
  const reader = { startsOn: context.startsOn ?? context.today, locale: context.locale, today: context.today };
  const isTime = (cell: string) => {
    const when = readWhen(cell, reader);
    return when !== null && typeof when !== "string";
  };
  // "M3" is a month rather than a number where another column has numbers.
  guessed.number ??=
    take((cell) => readCode(cell) !== null && !(readCode(cell)?.kind === "task" && isTime(cell)), 0.5) ??
    take((cell) => readCode(cell) !== null, 0.6);
  guessed.lead ??= take((cell) => typeof findLead(cell, named) !== "string", isHeaded ? 0.5 : 0.2);
  if (guessed.end === undefined) {
    const first = take(isTime, 0.5);
    const second = isHeaded ? undefined : take(isTime, 0.5);
    guessed.end = second ?? first;
    if (second !== undefined) guessed.start = first;
  }
  const size = ({ cells }: { cells: Cells }) => cells.join("").length / cells.length;
  guessed.title ??= free.toSorted((a, b) => size(b) - size(a))[0]?.index;
  return guessed;
}

type Draft = { row: PlanRow; code: Code | null };

/** The number and the title of a line, also when one cell holds both: "WP1: Management". */
function numbered(row: Cells, columns: Columns): { number: string; title: string } {
  const cell = (column: Column) => row[columns[column] ?? -1] ?? "";
  const written = { number: cell("number"), title: cell("title") };
  if (written.number !== "" && written.title !== "") return written;
  const found = codeInTitle(written.title || written.number);
  return found ? { number: found.number, title: found.rest } : written;
}

const packageNumber = (text: string): string => {
  const [begin = ""] = /^\d{1,2}(?=[\s.:)–—-])/u.exec(text) ?? [];
  const code = readCode(text) ?? readCode(codeInTitle(text)?.number ?? begin);
  return code ? String(code.parts[0]) : text;
};

/** What a line is, by its number: a plain number is a work package where others are "1.1". */
function kindOf(code: Code | null, hasParts: boolean, isKnown: boolean): string {
  if (code === null) return isKnown ? "other" : "";
  if (code.kind === "work_package" || code.kind === "task") return code.kind;
  if (code.kind === "event") return "event";
  if (code.kind === "output" || code.parts.length === 2) return "other";
  if (code.parts.length > 2) return "task";
  return hasParts ? "work_package" : "other";
}

/** Sets the work package of lines that do not name it: by "1.1", or by the work package above them. */
function placeInPackages(drafts: readonly Draft[], context: PlanContext): PlanRow[] {
  const isPackage = ({ row }: Draft) => row.what === "work_package";
  const known = new Set([
    ...context.workPackages.map(({ number }) => number),
    ...drafts.filter(isPackage).map(({ code }) => code?.parts[0]),
  ]);
  const last = drafts.findLastIndex(isPackage);
  const first = drafts.findIndex(isPackage);
  // Work packages in a list of their own say nothing about the lines after them.
  const isMixed = drafts.slice(first, last).some((draft) => !isPackage(draft));
  let above = "";
  return drafts.map(({ row, code }) => {
    if (row.what === "work_package") {
      above = isMixed ? String(code?.parts[0] ?? "") : "";
      return { ...row, workPackage: "" };
    }
    if (row.workPackage !== "") return row;
    const [part] = code && code.parts.length > 1 ? code.parts : [];
    return { ...row, workPackage: part !== undefined && known.has(part) ? String(part) : above };
  });
}

/** Fills the cells of the work package that were merged: the value above counts until another one. */
function fillDown(rows: readonly Cells[], column: number | undefined): Cells[] {
  if (column === undefined) return [...rows];
  let above = "";
  return rows.map((row) => {
    above = row[column] || above;
    return row.map((cell, index) => (index === column ? above : cell));
  });
}

/** Whether each line is a work package: a column of them is the only one with numbers, and each line has its own. */
function listsPackages(columns: Columns, rows: readonly Cells[]): boolean {
  const { workPackage, number } = columns;
  if (workPackage === undefined || number !== undefined) return false;
  const cells = rows.map((row) => row[workPackage] ?? "");
  return cells.every((cell) => readCode(cell) !== null) && new Set(cells).size === cells.length;
}

function columnsOf(heading: Cells, rows: readonly Cells[]): { columns: Columns; arePackages: boolean } {
  const columns = columnsOfHeading(heading);
  if (!listsPackages(columns, rows)) return { columns, arePackages: false };
  const { workPackage, ...rest } = columns;
  return { columns: { ...rest, number: workPackage }, arePackages: true };
}

/** The rows of a table as people paste it. Empty lines and repeated headings are skipped. */
export function recogniseRows(cells: readonly Cells[], context: PlanContext): PlanTable {
  const all = cells.map((row) => row.map(clean)).filter((row) => row.some((cell) => cell !== ""));
  const isHeading = (row: Cells) => Object.keys(columnsOfHeading(row)).length > 1;
  const heading = all.slice(0, 5).find(isHeading);
  const lines = heading ? all.filter((row) => row.join("\t") !== heading.join("\t")) : all;
  const { columns: named, arePackages } = columnsOf(heading ?? [], lines);
  const columns = withGuesses(named, lines, context, heading);
  const used = new Set(Object.values(columns));
  const unused = (heading ?? []).filter((cell, index) => cell !== "" && !used.has(index));
  const coded = fillDown(lines, columns.workPackage).map((row) => {
    const { number, title } = numbered(row, columns);
    return { row, number, title, code: readCode(number) };
  });
  const hasParts = coded.some(({ code }) => code !== null && code.parts.length > 1);
  const hasCodes = coded.some(({ code }) => code !== null);
  const drafts = coded.map(({ row, number, title, code }): Draft => {
    // A dash says that there is none.
    const cell = (column: Column) => (row[columns[column] ?? -1] ?? "").replace(/^[-–—]$/u, "");
    const workPackage = packageNumber(cell("workPackage"));
    const isKnown = !hasCodes || (columns.number === undefined && workPackage !== "");
    const what = kindOf(code, hasParts || arePackages, isKnown);
    const when = [cell("start"), cell("end")].filter((time) => time !== "").join(" – ");
    return { code, row: { what, number, title, workPackage, lead: cell("lead"), when } };
  });
  return { rows: placeInPackages(drafts, context), unused };
}
