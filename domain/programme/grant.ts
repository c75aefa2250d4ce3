import { editions as allEditions } from "./actions";
import { bandTables, type BandTable } from "./bands";
import { grantLimits } from "./ceiling";
import { certaintyFor, finding, recalled, type Certainty, type Finding } from "./certainty";
import { readConsortium, type EligibilityOrganisation, type Member } from "./consortium";
import type { BudgetCategory, Edition } from "./editions";
import { checkDuration, chooseEdition, guideOf } from "./eligibility";
import { applyCaps } from "./grant-caps";
import { lineOf } from "./grant-lines";
import { lumpSumLines } from "./grant-lump-sums";
import type { StaffCategory, StaffRateTable } from "./staff-rates";
import { staffRateTables } from "./staff-rates";
import { sourceOf, type Source } from "./sources";
import { unitCostsOf, unitCostTables, type UnitCosts } from "./unit-costs";
import type { Kind, Strand } from "./vocabulary";

export type GrantItem =
  | { category: "management" }
  | { category: "meeting"; participants: number; km: number }
  | { category: "output_staff"; organisation: number | string; staff: StaffCategory; days: number }
  | { category: "multiplier_event"; local: number; foreign: number; virtual: number | boolean }
  | { category: "travel"; participants: number; km: number; green: boolean }
  | { category: "individual_support"; activity: string; participants: number; days: number }
  | { category: "linguistic_support"; participants: number }
  | { category: "special_needs"; costCents: number; guarantee?: boolean | undefined }
  | { category: "exceptional"; costCents: number; guarantee?: boolean | undefined }
  | { category: "lump_sum"; amountCents: number }
  | { category: "work_package"; number: number; management: boolean; amountCents: number };

export interface GrantInput {
  action: string;
  callYear: number;
  kind?: Kind | undefined;
  strand?: Strand | undefined;
  durationMonths: number;
  organisations: readonly EligibilityOrganisation[];
  items: readonly GrantItem[];
}

/**
 * One item with the requested amount and the amount after the caps. Null: nothing is computed, the guide has to be
 * read.
 */
export interface GrantLine {
  category: BudgetCategory;
  calculatedCents: number | null;
  awardedCents: number | null;
  findings: readonly Finding[];
}

export interface GrantEstimate {
  lines: readonly GrantLine[];
  totals: { calculatedCents: number; awardedCents: number };
  /** True when every line could be computed. */
  complete: boolean;
  ceiling: { maxCents: number; source: Source; certainty: Certainty } | null;
  findings: readonly Finding[];
}

/** The dated figures that an estimate uses. */
export interface GrantData {
  editions: readonly Edition[];
  unitCosts: readonly UnitCosts[];
  bands: readonly BandTable[];
  staffRates: readonly StaffRateTable[];
}

export const grantData: GrantData = {
  editions: allEditions,
  unitCosts: unitCostTables,
  bands: bandTables,
  staffRates: staffRateTables,
};

/** Input of the computation of every line. */
export interface GrantCase {
  input: GrantInput;
  edition: Edition;
  costs: UnitCosts | null;
  members: readonly Member[];
  data: GrantData;
}

// No action has longer projects; above this the sums would no longer be whole cents.
const mostMonths = 120;

const sum = (amounts: readonly (number | null)[]): number => amounts.reduce<number>((a, b) => a + (b ?? 0), 0);

function empty(problem: Finding, items: readonly GrantItem[]): GrantEstimate {
  const lines = items.map(({ category }) => ({ category, calculatedCents: null, awardedCents: null, findings: [] }));
  const totals = { calculatedCents: 0, awardedCents: 0 };
  return { lines, totals, complete: false, ceiling: null, findings: [problem] };
}

function underCeiling(
  grantCase: GrantCase,
  lines: readonly GrantLine[],
): Pick<GrantEstimate, "totals" | "ceiling" | "findings"> {
  const { edition, input, members } = grantCase;
  const parts = lines.some(({ category }) => category === "lump_sum")
    ? lines.filter(({ category }) => category !== "work_package")
    : lines;
  // The guide counts support for special needs outside the ceiling of school exchanges.
  const outside = edition.ceiling?.form === "per_school_and_year" ? ["special_needs"] : [];
  const inside = parts.filter(({ category }) => !outside.includes(category));
  const extra = sum(parts.filter(({ category }) => outside.includes(category)).map((line) => line.awardedCents));
  const calculatedCents = sum(parts.map((line) => line.calculatedCents));
  const awarded = sum(inside.map((line) => line.awardedCents));
  const limits = grantLimits(edition, input.durationMonths, members);
  if (!limits) return { totals: { calculatedCents, awardedCents: awarded + extra }, ceiling: null, findings: [] };
  const { maxCents, fact } = limits;
  const overCents = Math.max(0, awarded - maxCents);
  const mayExceed = outside.length > 0 && overCents > 0 && parts.some(({ category }) => category === "exceptional");
  const params = { maxCents, overCents, requestedCents: awarded };
  return {
    totals: { calculatedCents, awardedCents: awarded - overCents + extra },
    ceiling: { maxCents, source: sourceOf(fact.source), certainty: certaintyFor(fact, input.callYear) },
    findings: [
      finding("grant_ceiling", overCents > 0 ? "error" : "ok", params, fact, input.callYear),
      ...(mayExceed ? [finding("expensive_travel_outside", "warning", {}, fact, input.callYear)] : []),
    ],
  };
}

/** Estimates a grant item by item: amounts by rates, amounts after the caps, and the rule of each reduction. */
export function estimateGrant(input: GrantInput, data: GrantData = grantData): GrantEstimate {
  const { callYear, durationMonths, items } = input;
  const chosen = chooseEdition(input, data.editions);
  if ("problem" in chosen) return empty(chosen.problem, items);
  if (!Number.isInteger(durationMonths) || durationMonths <= 0 || durationMonths > mostMonths) {
    return empty(finding("duration_invalid", "error", {}, guideOf(callYear), callYear), items);
  }
  const { edition } = chosen;
  const grantCase: GrantCase = {
    input,
    edition,
    costs: unitCostsOf(input.action, callYear, data.unitCosts),
    members: readConsortium(input.organisations, callYear).members,
    data,
  };
  const computed = items.map((item) => lineOf(item, grantCase));
  const lines = lumpSumLines(items, applyCaps(items, computed, grantCase), grantCase);
  const complete = lines.every(({ awardedCents }) => awardedCents !== null);
  const { totals, ceiling, findings } = underCeiling(grantCase, lines);
  const open = complete ? [] : [finding("estimate_incomplete", "warning", {}, recalled("GUIDE27"), callYear)];
  const wrongLength = checkDuration(input, edition).filter(({ severity }) => severity === "error");
  return { lines, totals, complete, ceiling, findings: [...wrongLength, ...findings, ...open] };
}
