import { finding, type Finding, type FindingParams, type Severity } from "./certainty";
import { withoutType, type Consortium, type Member } from "./consortium";
import type { Check } from "./editions";
import type { OrganisationType } from "./vocabulary";

/** One kind of rule. */
export type CheckOf<R extends Check["rule"]> = Extract<Check, { rule: R }>;
/** A rule that answers by itself. */
export type Plain = Exclude<Check, { rule: "either" }>;

/** What a rule is asked about. */
export interface Case {
  consortium: Consortium;
  callYear: number;
}

const shown = 20;
/** As many of a list as a sentence bears. */
export const some = (codes: readonly string[]): readonly string[] => codes.slice(0, shown);

/** What a rule found, as sure as the rule and the countries it counted. */
export function answer(
  check: Plain,
  { callYear, consortium }: Case,
  severity: Severity,
  params: FindingParams,
  rule: string = check.rule,
): Finding {
  return finding(rule, severity, params, check.fact, callYear, consortium.statusCertainty);
}

/** Said instead of an error when organisations without a type could still fulfil the rule. */
export function typeUnknown(
  check: Plain,
  input: Case,
  among: readonly Member[],
  types: readonly OrganisationType[],
): readonly Finding[] {
  const unknown = withoutType(among).length;
  return [answer(check, input, "warning", { unknown, types, asked: check.rule }, "type_unknown")];
}
