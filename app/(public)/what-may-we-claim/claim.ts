import { numberFromText } from "@/domain/numbers";
import { editionsOf } from "@/domain/programme/actions";
import {
  chosenFields,
  claimFields,
  type ClaimField,
  singleLines,
  transferCategories,
} from "@/domain/programme/claim-fields";
import { budgetCategories, type BudgetCategory } from "@/domain/programme/editions";
import {
  grantItem,
  type GrantQuery,
  reductionInput,
  type ReductionQuery,
  type TransferQuery,
} from "@/domain/schemas/programme";
import { type Params, type Question, readQuestion, toInput } from "../can-we-apply/question";

export type Line = Partial<Record<ClaimField, string>>;

/** What was typed into the form. Its call and its organisations are those of "Can we apply?". */
export interface Claim {
  call: Question;
  lines: Record<BudgetCategory, Line[]>;
  awarded: Record<string, string>;
  actual: Record<string, string>;
  score: string;
}

const mostLines = 40;

const all = (value: string | string[] | undefined): string[] =>
  value === undefined ? [] : typeof value === "string" ? [value] : value;
const one = (value: string | string[] | undefined): string => (all(value)[0] ?? "").slice(0, 40).trim();

/** The name of a control: the category and its field. */
export const lineName = (category: BudgetCategory, field: ClaimField) => `${category}.${field}`;

const typedFields = (category: BudgetCategory) =>
  claimFields[category].filter((field) => !chosenFields.includes(field));
const isFilled = (category: BudgetCategory, line: Line) =>
  typedFields(category).some((field) => (line[field] ?? "") !== "");

function readLines(params: Params, category: BudgetCategory): Line[] {
  const columns = claimFields[category].map((field) => ({ field, values: all(params[lineName(category, field)]) }));
  const length = Math.min(mostLines, Math.max(0, ...columns.map(({ values }) => values.length)));
  return Array.from({ length }, (_, row): Line =>
    Object.fromEntries(columns.map(({ field, values }) => [field, (values[row] ?? "").slice(0, 60).trim()])),
  ).filter((line) => isFilled(category, line));
}

/** Parses the parameters of the page. */
export function readClaim(params: Params, thisYear: number): Claim {
  const amounts = (name: string) =>
    Object.fromEntries(transferCategories.map((category) => [category, one(params[`${name}.${category}`])]));
  return {
    call: readQuestion(params, thisYear),
    lines: Object.fromEntries(
      budgetCategories.map((category) => [category, readLines(params, category)]),
    ) as Claim["lines"],
    awarded: amounts("awarded"),
    actual: amounts("actual"),
    score: one(params["score"]),
  };
}

/** The categories that the action pays in the call year, in any of its strands. */
export function categoriesOf({ call }: Claim): BudgetCategory[] {
  const editions = editionsOf(call.action, numberFromText(call.callYear) ?? 0);
  return budgetCategories.filter((category) => editions.some(({ categories }) => categories.includes(category)));
}

/** The lines that the form offers: those filled in, and empty ones where several are possible. */
export function formLines({ lines }: Claim, category: BudgetCategory): Line[] {
  const filled = lines[category];
  if (singleLines.includes(category)) return [filled[0] ?? {}];
  return [...filled, ...Array.from({ length: filled.length === 0 ? 1 : 2 }, (): Line => ({}))].slice(0, mostLines);
}

/** What is wrong with a number: it cannot be read, or it is missing, negative or too large. */
export type NumberProblem = "unreadable" | "outOfRange";

/** The problem of a typed number; null for a good one. */
export function problemOf(text: string): NumberProblem | null {
  const number = numberFromText(text);
  if (number === null) return "unreadable";
  return number < 0 || number > 1_000_000_000 ? "outOfRange" : null;
}

/** The problem of a field in a line that is filled in. An event may leave out kinds of participants. */
export function lineProblem(category: BudgetCategory, line: Line, field: ClaimField): NumberProblem | null {
  if (chosenFields.includes(field) || !isFilled(category, line)) return null;
  const text = line[field] ?? "";
  if (text === "" && category === "multiplier_event") return null;
  if (problemOf(text)) return problemOf(text);
  return itemOf(category, line) === null && badParts(category, line).includes(field) ? "outOfRange" : null;
}

const number = (text: string | undefined) => (text === undefined || text === "" ? 0 : (numberFromText(text) ?? NaN));
const cents = (text: string | undefined) => Math.round(number(text) * 100);

function parse(category: BudgetCategory, line: Line) {
  return grantItem.safeParse({
    category,
    participants: number(line.participants),
    km: number(line.km),
    organisation: number(line.organisation),
    staff: line.staff,
    days: number(line.days),
    local: number(line.local),
    foreign: number(line.foreign),
    virtual: number(line.virtual),
    green: line.green === "yes",
    activity: line.activity,
    costCents: cents(line.euro),
    amountCents: cents(line.euro),
    number: 1,
    management: line.part === "management",
  });
}

function badParts(category: BudgetCategory, line: Line): string[] {
  const { error } = parse(category, line);
  return (error?.issues ?? []).map(({ path }) => String(path[0]).replace(/^(?:cost|amount)Cents$/u, "euro"));
}

function itemOf(category: BudgetCategory, line: Line): GrantQuery["items"][number] | null {
  return parse(category, line).data ?? null;
}

/** Input for the estimate; null while there is no call or no organisation, or a number has a problem. */
export function toGrant(claim: Claim): GrantQuery | null {
  const input = toInput(claim.call);
  if (!input) return null;
  const lines = categoriesOf(claim).flatMap((category) =>
    // Management has no fields: it is calculated from the organisations and the duration.
    (category === "management" ? [{}] : claim.lines[category]).map((line: Line) => ({ category, line })),
  );
  if (lines.some(({ category, line }) => claimFields[category].some((field) => lineProblem(category, line, field)))) {
    return null;
  }
  const items = lines.flatMap(({ category, line }) => itemOf(category, line) ?? []);
  const { requestedGrantCents: _, longTermPupilMobility: _mobility, durationMonths, ...call } = input;
  if (items.length < lines.length || durationMonths === undefined) return null;
  return { ...call, durationMonths, items };
}

const callOf = ({ call }: Claim) => ({ action: call.action, callYear: numberFromText(call.callYear) ?? 0 });

/** Input for the transfer; null while nothing is filled in, or an amount has a problem. */
export function toTransfer(claim: Claim): TransferQuery | null {
  const filled = (amounts: Record<string, string>) => Object.entries(amounts).filter(([, text]) => text !== "");
  const [awarded, actual] = [filled(claim.awarded), filled(claim.actual)];
  if (claim.call.action === "" || awarded.length === 0 || actual.length === 0) return null;
  if ([...awarded, ...actual].some(([, text]) => problemOf(text))) return null;
  const inCents = (amounts: [string, string][]) => Object.fromEntries(amounts.map(([key, text]) => [key, cents(text)]));
  return { ...callOf(claim), budget: inCents(awarded), actual: inCents(actual) };
}

/** Input for the reduction by score; null while no score is filled in. */
export function toReduction(claim: Claim): ReductionQuery | null {
  if (claim.call.action === "" || claim.score === "") return null;
  return reductionInput.safeParse({ ...callOf(claim), score: numberFromText(claim.score) }).data ?? null;
}
