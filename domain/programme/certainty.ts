import { sourceOf, type Source, type SourceKey } from "./sources";

/** How well a rule or figure is known: read in an official source, read in a secondary one, or not confirmed. */
export type Certainty = "verified" | "secondary" | "recalled";

/** Where a rule comes from. `unsure` marks what is too weakly known to compute with at all. */
export interface Fact {
  source: SourceKey;
  certainty: Certainty;
  /** The call years the source proves; the rule is applied outside them too, but then counts as recalled. */
  proven?: readonly [from: number, to: number];
  unsure?: true;
}

export type Severity = "error" | "warning" | "quality" | "ok";
export type ParamValue = string | number | boolean | readonly string[];
export type FindingParams = Readonly<Record<string, ParamValue>>;

/** One answer of a rule, with what would heal it in `params`. The sentence is made where the reader's language is known. */
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
/** A fact read in a secondary source only. */
export const secondary = (source: SourceKey, proven?: Years): Fact => fact("secondary", source, proven);
/** A fact nobody has confirmed yet; the source named is the one to check. */
export const recalled = (source: SourceKey = "GUIDE20"): Fact => fact("recalled", source);
/** A fact so weakly known that nothing is computed from it. */
export const unsure = (source: SourceKey = "GUIDE20"): Fact => ({ ...recalled(source), unsure: true });

const order: readonly Certainty[] = ["verified", "secondary", "recalled"];

/** The certainty of a fact for one call year. */
export function certaintyFor(known: Fact, callYear: number): Certainty {
  if (!known.proven) return known.certainty;
  const [from, to] = known.proven;
  return callYear >= from && callYear <= to ? known.certainty : "recalled";
}

/** The weaker of several certainties. */
export function weakest(...given: readonly Certainty[]): Certainty {
  return given.reduce<Certainty>((a, b) => (order.indexOf(b) > order.indexOf(a) ? b : a), "verified");
}

/** Builds a finding from the fact behind it. */
export function finding(
  rule: string,
  severity: Severity,
  params: FindingParams,
  known: Fact,
  callYear: number,
  also: Certainty = "verified",
): Finding {
  return {
    rule,
    severity,
    params,
    source: sourceOf(known.source),
    certainty: weakest(certaintyFor(known, callYear), also),
  };
}
