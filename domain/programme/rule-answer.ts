import { finding, type Finding, type FindingParams, type Severity } from "./certainty";
import { withoutType, type Consortium, type Member } from "./consortium";
import type { Check } from "./editions";
import type { OrganisationType } from "./vocabulary";

/** One kind of rule. */
export type CheckOf<R extends Check["rule"]> = Extract<Check, { rule: R }>;
/** A rule without parameters. */
export type Plain = Exclude<Check, { rule: "either" }>;

/** Input of a rule. */
export interface Case {
  consortium: Consortium;
  callYear: number;
}

const shown = 20;
/** Maximum length of a list in a sentence. */
export const some = (codes: readonly string[]): readonly string[] => codes.slice(0, shown);

/** A finding of a rule; its certainty is the lowest of the rule and the countries it counted. */
export function answer(
  check: Plain,
  { callYear, consortium }: Case,
  severity: Severity,
  params: FindingParams,
  rule: string = check.rule,
): Finding {
  return finding(rule, severity, params, check.fact, callYear, consortium.statusCertainty);
}

/** Replaces an error when organisations of unknown type could still fulfil the rule. */
export function typeUnknown(
  check: Plain,
  input: Case,
  among: readonly Member[],
  types: readonly OrganisationType[],
): readonly Finding[] {
  const unknown = withoutType(among).length;
  return [answer(check, input, "warning", { unknown, types, asked: check.rule }, "type_unknown")];
}
