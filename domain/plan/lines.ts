import { type IsoDate, isWithin } from "../dates";
import { dueWindow } from "../due-dates";
import { type OutputType, outputTypes } from "../programme/vocabulary";
import { maxOutputs } from "../projects";
import { mostTaskLines } from "../task-lines";
import { findLead, namedOrganisations } from "./leads";
import type { PlanContext, PlanRow } from "./rows";
import { readWhen, type When, type WhenProblem } from "./when";
import { readCode } from "./words";

/** Work packages have numbers of two digits. */
export const maxWorkPackages = 99;

/** Why a line cannot be laid out. */
export type PlanProblem =
  | "what_unknown"
  | "title_missing"
  | "title_long"
  | "number_missing"
  | "number_unreadable"
  | "number_taken"
  | "package_unknown"
  | "lead_unknown"
  | "lead_unclear"
  | WhenProblem
  | "when_outside";

type Named = { title: string; leadOrganisationId: string; lead: string };
export type PlanItem = Named &
  (
    | { kind: "work_package"; number: number; startsOn: IsoDate | null; endsOn: IsoDate | null }
    | { kind: "output"; number: number; type: OutputType; workPackage: number | null; dueOn: IsoDate | null }
    | { kind: "task"; workPackage: number | null; dueOn: IsoDate | null }
  );

/** A line that was understood, or the reason why not; `found` is the text that the problem is about. */
export type PlanLine = { row: PlanRow } & (
  { item: PlanItem; problem: null } | { item: null; problem: PlanProblem; found: string }
);

class Unreadable extends Error {
  constructor(
    readonly problem: PlanProblem,
    readonly found: string,
  ) {
    super(problem);
  }
}

const clean = (text: string) => text.replace(/\s+/gu, " ").trim();

const typeOf = (what: string): OutputType | null => outputTypes.find((type) => type === what) ?? null;

/** The declared number of an output: "O1", "D3" or "4"; numbers such as "D1.1" stay in its title. */
function declaredNumber(row: PlanRow): number | null {
  const code = readCode(row.number);
  const [number] = code?.parts.length === 1 && code.kind !== "event" ? code.parts : [];
  return number ?? null;
}

/** The title with a number that is not the number here, so that people find what the application calls "D1.1". */
const titleWithNumber = (row: PlanRow, isNumber: boolean) => clean(isNumber ? row.title : `${row.number} ${row.title}`);

/** Reads rows one after another: what an earlier one took is taken. */
class PlanReader {
  private readonly organisations;
  private readonly packages: Map<number, string | null>;
  private readonly outputs: Set<number>;
  private readonly window;
  private next: number;

  constructor(
    private readonly context: PlanContext,
    rows: readonly PlanRow[],
  ) {
    this.organisations = namedOrganisations(context.organisations);
    this.packages = new Map(context.workPackages.map((one) => [one.number, one.leadOrganisationId]));
    this.outputs = new Set(context.outputNumbers);
    this.window = dueWindow(context);
    const declared = rows.flatMap((row) => (typeOf(row.what) ? (declaredNumber(row) ?? []) : []));
    this.next = Math.max(0, ...context.outputNumbers, ...declared) + 1;
  }

  private leadOf(row: PlanRow, workPackage: number | null): { leadOrganisationId: string; lead: string } {
    const written = clean(row.lead);
    const nobody = (workPackage === null ? null : this.packages.get(workPackage)) ?? this.context.ownOrganisationId;
    const found =
      written === ""
        ? this.context.organisations.find(({ id }) => id === nobody)
        : findLead(written, this.organisations);
    if (typeof found === "string") throw new Unreadable(found, written);
    if (!found) throw new Unreadable("lead_unknown", written);
    return { leadOrganisationId: found.id, lead: found.shortName };
  }

  private whenOf(row: PlanRow): When | null {
    const when = readWhen(row.when, this.context);
    if (typeof when === "string") throw new Unreadable(when, clean(row.when));
    const days = when === null ? [] : [when.from ?? when.to, when.to];
    if (this.window && days.some((day) => this.window && !isWithin(this.window, day))) {
      throw new Unreadable("when_outside", clean(row.when));
    }
    return when;
  }

  private titleOf(title: string, most: number): string {
    if (title === "") throw new Unreadable("title_missing", "");
    if (title.length > most) throw new Unreadable("title_long", String(most));
    return title;
  }

  private packageOf(row: PlanRow): number | null {
    const written = clean(row.workPackage);
    if (written === "") return null;
    const number = readCode(written)?.parts[0];
    if (number === undefined || !this.packages.has(number)) throw new Unreadable("package_unknown", written);
    return number;
  }

  /** A work package; the outputs and tasks in it are read afterwards. */
  workPackage(row: PlanRow): PlanItem {
    const written = clean(row.number);
    const number = readCode(written)?.parts[0] ?? 0;
    if (written === "") throw new Unreadable("number_missing", "");
    if (number < 1 || number > maxWorkPackages) throw new Unreadable("number_unreadable", written);
    if (this.packages.has(number)) throw new Unreadable("number_taken", written);
    const title = this.titleOf(clean(row.title), 200);
    const when = this.whenOf(row);
    const lead = this.leadOf(row, null);
    this.packages.set(number, lead.leadOrganisationId);
    return { kind: "work_package", number, title, ...lead, startsOn: when?.from ?? null, endsOn: when?.to ?? null };
  }

  output(row: PlanRow, type: OutputType): PlanItem {
    const declared = declaredNumber(row);
    const written = clean(row.number);
    if (written !== "" && readCode(written) === null) throw new Unreadable("number_unreadable", written);
    if (declared === 0) throw new Unreadable("number_unreadable", written);
    if (declared !== null && this.outputs.has(declared)) throw new Unreadable("number_taken", written);
    this.titleOf(clean(row.title), 300);
    const title = this.titleOf(titleWithNumber(row, declared !== null), 300);
    const workPackage = this.packageOf(row);
    const lead = this.leadOf(row, workPackage);
    const dueOn = this.whenOf(row)?.to ?? null;
    const number = declared ?? this.next;
    if (declared === null) this.next += 1;
    this.outputs.add(number);
    return { kind: "output", number, title, type, workPackage, ...lead, dueOn };
  }

  task(row: PlanRow): PlanItem {
    this.titleOf(clean(row.title), 200);
    const title = this.titleOf(titleWithNumber(row, false), 200);
    const workPackage = this.packageOf(row);
    return { kind: "task", title, workPackage, ...this.leadOf(row, workPackage), dueOn: this.whenOf(row)?.to ?? null };
  }
}

/** What each row becomes, in their order. Outputs and tasks may be above their work package. */
export function readPlanLines(rows: readonly PlanRow[], context: PlanContext): PlanLine[] {
  const reader = new PlanReader(context, rows);
  const attempt = (row: PlanRow, read: () => PlanItem): PlanLine => {
    try {
      return { row, item: read(), problem: null };
    } catch (reason) {
      if (!(reason instanceof Unreadable)) throw reason;
      return { row, item: null, problem: reason.problem, found: reason.found };
    }
  };
  const packages = new Map(
    rows
      .filter(({ what }) => what === "work_package")
      .map((row) => [row, attempt(row, () => reader.workPackage(row))] as const),
  );
  return rows.map((row) => {
    const type = typeOf(row.what);
    return (
      packages.get(row) ??
      attempt(row, () => {
        if (type !== null) return reader.output(row, type);
        if (row.what === "task") return reader.task(row);
        throw new Unreadable("what_unknown", clean(row.title));
      })
    );
  });
}

/** The items of the lines that were understood, by kind. */
export function planItems(lines: readonly PlanLine[]) {
  const items = lines.flatMap(({ item }) => item ?? []);
  const of = <K extends PlanItem["kind"]>(kind: K) =>
    items.filter((item): item is Extract<PlanItem, { kind: K }> => item.kind === kind);
  return { workPackages: of("work_package"), outputs: of("output"), tasks: of("task") };
}

/** Which kinds have more items than a project can take, with the most that it can take now. */
export function planOverflow(lines: readonly PlanLine[], context: PlanContext) {
  const { outputs, tasks } = planItems(lines);
  const most = { outputs: Math.max(0, maxOutputs - context.outputNumbers.length), tasks: mostTaskLines };
  const found = { outputs: outputs.length, tasks: tasks.length };
  return (["outputs", "tasks"] as const).flatMap((kind) =>
    found[kind] > most[kind] ? [{ kind, count: found[kind], most: most[kind] }] : [],
  );
}
