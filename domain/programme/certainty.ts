import { sourceOf, type Source, type SourceKey } from "./sources";

/** Certainty of a rule or figure: read in an official source, read in a secondary one, or not confirmed. */
export type Certainty = "verified" | "secondary" | "recalled";

/** Source of a rule. `unsure` marks facts that are too uncertain to compute with. */
export interface Fact {
  source: SourceKey;
  certainty: Certainty;
  /** Call years that the source covers; the rule is also applied in other years, but then counts as recalled. */
  proven?: readonly [from: number, to: number];
  unsure?: true;
}

export type Severity = "error" | "warning" | "quality" | "ok";
export type ParamValue = string | number | boolean | readonly string[];
export type FindingParams = Readonly<Record<string, ParamValue>>;

/**
 * One finding of a rule; `params` include how to correct it. Its sentence is created where the reader's language is
 * known.
 */
export interface Finding {
  rule: string;
  severity: Severity;
  params: FindingParams;
  source: Source;
  certainty: Certainty;
}

type Years = readonly [number, number];

function fact(certainty: Certainty, source: SourceKey, proven?: Years): Fact {
  return proven ? { source, certainty, proven } : { source, certainty };
}

/** A fact read in an official or National Agency source. */
export const verified = (source: SourceKey, proven?: Years): Fact => fact("verified", source, proven);
/** A fact read only in a secondary source. */
export const secondary = (source: SourceKey, proven?: Years): Fact => fact("secondary", source, proven);
/** A fact that is not confirmed yet; the source is the one to check. */
export const recalled = (source: SourceKey = "GUIDE20"): Fact => fact("recalled", source);
/** A fact that is too uncertain to compute with. */
export const unsure = (source: SourceKey = "GUIDE20"): Fact => ({ ...recalled(source), unsure: true });

const order: readonly Certainty[] = ["verified", "secondary", "recalled"];

/** The certainty of a fact for one call year. */
export function certaintyFor(basis: Fact, callYear: number): Certainty {
  if (!basis.proven) return basis.certainty;
  const [from, to] = basis.proven;
  return callYear >= from && callYear <= to ? basis.certainty : "recalled";
}

/** The lowest of several certainties. */
export function weakest(...certainties: readonly Certainty[]): Certainty {
  return certainties.reduce<Certainty>((a, b) => (order.indexOf(b) > order.indexOf(a) ? b : a), "verified");
}

/** Creates a finding from a fact. */
export function finding(
  rule: string,
  severity: Severity,
  params: FindingParams,
  basis: Fact,
  callYear: number,
  also: Certainty = "verified",
): Finding {
  return {
    rule,
    severity,
    params,
    source: sourceOf(basis.source),
    certainty: weakest(certaintyFor(basis, callYear), also),
  };
}
