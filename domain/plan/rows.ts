import type { IsoDate } from "../dates";
import type { ProjectPeriod } from "../due-dates";
import { readCells, writeCells } from "./cells";
import { outputTypes } from "../programme/vocabulary";
import { recogniseRows } from "./recognise";
import { readCode } from "./words";

/** A line of a plan as text: what it is, and the texts that people write. */
export type PlanRow = {
  /** "work_package", "task", or the type of an output; empty when it is not known. */
  what: string;
  number: string;
  title: string;
  /** The number of the work package that it belongs to. */
  workPackage: string;
  lead: string;
  when: string;
};

/** What a plan is read with: the project as it is now. */
export type PlanContext = ProjectPeriod & {
  organisations: readonly { id: string; shortName: string; legalName: string; country: string }[];
  /** Leads what names nobody. */
  ownOrganisationId: string;
  workPackages: readonly { id: string; number: number; leadOrganisationId: string | null }[];
  /** The numbers of the outputs of the project. */
  outputNumbers: readonly number[];
  /** How days are written, and the day in Brussels. */
  locale: string;
  today: IsoDate;
};

/** The headings of a table that was read before, in the order of its columns. */
const columns = ["what", "number", "title", "workPackage", "lead", "when"] as const satisfies (keyof PlanRow)[];
const heading = ["What", "Number", "Title", "Work package", "Lead", "When"];

/** The rows as a text with tabs, which `readPlan` reads as they are. */
export const writePlan = (rows: readonly PlanRow[]): string =>
  writeCells([heading, ...rows.map((row) => columns.map((column) => row[column]))]);

/** A pasted table as rows, and the headings of columns that were not understood. */
export type PlanTable = { rows: PlanRow[]; unused: string[] };

/**
 * Reads a table that was pasted from an application or a spreadsheet, or written by `writePlan`: number, title, lead and
 * day in any order, with or without headings.
 */
export function readPlan(text: string, context: PlanContext): PlanTable {
  const [first = [], ...rest] = readCells(text);
  if (first.join("\t") !== heading.join("\t")) return recogniseRows([first, ...rest], context);
  const rows = rest.map(([what = "", number = "", title = "", workPackage = "", lead = "", when = ""]): PlanRow => ({
    what,
    number,
    title,
    workPackage,
    lead,
    when,
  }));
  return { rows, unused: [] };
}

/** A row with another number; letters such as "WP" or "D" also say what the row is. */
export function withNumber(row: PlanRow, number: string): PlanRow {
  const kind = readCode(number)?.kind ?? null;
  if (kind === null) return { ...row, number };
  const isOutput = outputTypes.some((type) => type === row.what);
  return { ...row, number, what: kind !== "output" ? kind : isOutput ? row.what : "other" };
}

/** A row in which nothing is written yet. */
export const emptyPlanRow: PlanRow = { what: "other", number: "", title: "", workPackage: "", lead: "", when: "" };
