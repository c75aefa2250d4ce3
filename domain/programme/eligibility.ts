import { editions as allEditions, editionsOf, programmeYears, yearsOf } from "./actions";
import { finding, unsure, verified, type Fact, type Finding, type FindingParams, type Severity } from "./certainty";
import { grantLimits } from "./ceiling";
import { evaluate } from "./composition";
import { readConsortium, type Consortium, type EligibilityOrganisation } from "./consortium";
import type { Edition } from "./editions";
import type { Kind, Strand } from "./vocabulary";

export type { EligibilityOrganisation } from "./consortium";

export interface EligibilityInput {
  action: string;
  callYear: number;
  kind?: Kind | undefined;
  strand?: Strand | undefined;
  durationMonths?: number | undefined;
  longTermPupilMobility?: boolean | undefined;
  requestedGrantCents?: number | undefined;
  organisations: readonly EligibilityOrganisation[];
}

export type Verdict = "eligible" | "not_eligible" | "check";

export interface Eligibility {
  verdict: Verdict;
  findings: readonly Finding[];
}

/** With one of these warnings the result cannot be "eligible": the guide has to be read, or input is missing. */
const opensQuestion: ReadonlySet<string> = new Set([
  "check_guide",
  "coordinator_age_unclear",
  "coordinator_type_unclear",
  "group_incomplete",
  "small_system",
  "strand_missing",
  "type_unknown",
  "types_unclear",
]);

const weight: Readonly<Record<Severity, number>> = { error: 0, warning: 1, quality: 2, ok: 3 };

export const standings = ["missing", "open", "reminder", "quality", "fulfilled"] as const;
/** Severity of a finding: it refuses, leaves the result open, or is a reminder. */
export type Standing = (typeof standings)[number];

/** Severity of a finding in the result: recalled facts never refuse a project. */
export function standingOf({ rule, severity, certainty }: Finding): Standing {
  if (severity === "error") return certainty === "recalled" ? "open" : "missing";
  if (opensQuestion.has(rule)) return "open";
  if (severity === "warning") return "reminder";
  return severity === "quality" ? "quality" : "fulfilled";
}

/** The result of a list of findings. */
export function verdictOf(findings: readonly Finding[]): Verdict {
  const found = new Set(findings.map(standingOf));
  return found.has("missing") ? "not_eligible" : found.has("open") ? "check" : "eligible";
}

/** The guide of the period, as source of rules that every guide contains. */
export function guideOf(callYear: number): Fact {
  return verified(callYear <= 2020 ? "GUIDE20" : "GUIDE27");
}

/** The same guide, as source of what it does not confirm. */
export function unsureGuide(callYear: number): Fact {
  return unsure(callYear <= 2020 ? "GUIDE20" : "GUIDE27");
}

function general(rule: string, severity: Severity, params: FindingParams, callYear: number): Finding {
  return finding(rule, severity, params, guideOf(callYear), callYear);
}

type Chosen = { edition: Edition } | { problem: Finding };

/** The edition that applies to an input, or the finding why there is none. */
export function chooseEdition(
  input: { action: string; callYear: number; strand?: Strand | undefined },
  known: readonly Edition[] = allEditions,
): Chosen {
  const { action, callYear, strand } = input;
  const { first, last } = programmeYears(known);
  if (!Number.isInteger(callYear) || callYear < first || callYear > last) {
    return { problem: general("call_year_outside", "error", { first, last }, callYear) };
  }
  const years = yearsOf(action, known);
  if (!years) return { problem: general("action_unknown", "error", { code: action.slice(0, 40) }, callYear) };
  const candidates = editionsOf(action, callYear, known);
  const [only] = candidates;
  if (!only)
    return {
      problem: general("action_not_in_year", "error", { action, ...years, single: years.from === years.to }, callYear),
    };
  if (only.strand === undefined) return { edition: only };
  const strands = candidates.flatMap((edition) => edition.strand ?? []);
  if (strand === undefined) return { problem: general("strand_missing", "warning", { action, strands }, callYear) };
  const edition = candidates.find((candidate) => candidate.strand === strand);
  return edition ? { edition } : { problem: general("strand_unknown", "error", { action, strand, strands }, callYear) };
}

function checkKind({ kind, callYear }: EligibilityInput, edition: Edition): readonly Finding[] {
  if (kind === undefined || !edition.kindFact) return [];
  const allowed = edition.kinds.includes(kind);
  const params = { kind, kinds: edition.kinds };
  return [finding("kind", allowed ? "ok" : "error", params, edition.kindFact, callYear)];
}

/** Checks the planned duration of the project. */
export function checkDuration(
  input: Pick<EligibilityInput, "callYear" | "durationMonths" | "longTermPupilMobility">,
  edition: Edition,
): readonly Finding[] {
  const { durationMonths: months, callYear } = input;
  if (months === undefined) return [];
  if (!Number.isInteger(months) || months <= 0) return [general("duration_invalid", "error", {}, callYear)];
  const { min, only, fact } = edition.duration;
  const max =
    (input.longTermPupilMobility ? edition.duration.maxWithLongTermMobility : undefined) ?? edition.duration.max;
  if (only) {
    const params = { given: months, allowed: only.map(String) };
    return [finding("duration_only", only.includes(months) ? "ok" : "error", params, fact, callYear)];
  }
  const outside = months < min || months > max;
  return [finding("duration", outside ? "error" : "ok", { given: months, min, max }, fact, callYear)];
}

function checkGrant(input: EligibilityInput, edition: Edition, consortium: Consortium): readonly Finding[] {
  const { requestedGrantCents: requested, callYear } = input;
  if (requested === undefined) return [];
  if (!Number.isSafeInteger(requested) || requested < 0) return [general("grant_invalid", "error", {}, callYear)];
  const limits = grantLimits(edition, input.durationMonths, consortium.members);
  if (!limits) return [finding("check_guide", "warning", { about: "ceiling" }, unsureGuide(callYear), callYear)];
  const { minCents = 0, maxCents, lumpSums, fact } = limits;
  const params = { requestedCents: requested, minCents, maxCents };
  if (lumpSums) {
    const severity = lumpSums.includes(requested) ? "ok" : "error";
    return [finding("grant_lump_sum", severity, { ...params, lumpSumsCents: lumpSums.map(String) }, fact, callYear)];
  }
  if (requested > maxCents) {
    return [finding("grant_ceiling", "error", { ...params, overCents: requested - maxCents }, fact, callYear)];
  }
  if (requested < minCents) {
    const missing = { ...params, missingCents: minCents - requested };
    return [finding("grant_minimum", "error", missing, edition.minGrantFact ?? fact, callYear)];
  }
  return [finding("grant_ceiling", "ok", { ...params, overCents: 0 }, fact, callYear)];
}

function checkCoordinator(input: EligibilityInput): readonly Finding[] {
  const found = input.organisations.filter(({ role }) => role === "coordinator").length;
  return [general("one_coordinator", found === 1 ? "ok" : "error", { found }, input.callYear)];
}

/** Checks whether a consortium may apply: the findings with their rule, source and correction. */
export function checkEligibility(input: EligibilityInput, known: readonly Edition[] = allEditions): Eligibility {
  const chosen = chooseEdition(input, known);
  const { callYear } = input;
  const consortium = readConsortium(input.organisations, callYear);
  const unknown = consortium.unknownCountries;
  const always = [
    ...(unknown.length > 0 ? [general("country_unknown", "error", { codes: unknown }, callYear)] : []),
    ...checkCoordinator(input),
  ];
  if ("problem" in chosen) {
    const findings = chosen.problem.rule === "strand_missing" ? [...always, chosen.problem] : [chosen.problem];
    return { verdict: verdictOf(findings), findings };
  }
  const { edition } = chosen;
  const findings = [
    ...always,
    ...edition.composition.flatMap((check) => evaluate(check, { consortium, callYear })),
    ...checkKind(input, edition),
    ...checkDuration(input, edition),
    ...checkGrant(input, edition, consortium),
  ].sort((a, b) => weight[a.severity] - weight[b.severity]);
  return { verdict: verdictOf(findings), findings };
}
