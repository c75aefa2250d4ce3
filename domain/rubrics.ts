import { DomainError } from "./errors";
import type { OutputType } from "./programme/vocabulary";

/** Criteria with words in messages; a consortium may add criteria in its own words. */
export const standardCriteria = [
  "fit",
  "content",
  "didactics",
  "language",
  "accessibility",
  "transferability",
  "visibility",
  "licence",
] as const;
export type StandardCriterion = (typeof standardCriteria)[number];

/** A criterion of a rubric: `label` is null for a standard one, whose words are in messages. */
export type Criterion = { key: string; label: string | null };

export const highestScore = 5;

/** Kinds of outputs that are not taught with, so that didactics do not apply. */
const untaught: readonly OutputType[] = [
  "research_report",
  "statistical_results",
  "policy_recommendation",
  "dissemination_material",
  "project_document",
];

/** Whether a criterion has words in messages. */
export const isStandardCriterion = (key: string): key is StandardCriterion =>
  (standardCriteria as readonly string[]).includes(key);

/** The rubric of a kind of output in a consortium that has not changed it. */
export function defaultRubric(type: OutputType): Criterion[] {
  return standardCriteria
    .filter((key) => key !== "didactics" || !untaught.includes(type))
    .map((key) => ({ key, label: null }));
}

/**
 * The criteria as they are stored: standard ones keep no label, others need one. Errors: rubric.criterion_unnamed,
 * rubric.criterion_twice.
 */
export function cleanRubric(criteria: readonly Criterion[]): Criterion[] {
  const clean = criteria.map(({ key, label }) => ({ key, label: isStandardCriterion(key) ? null : label }));
  if (clean.some(({ key, label }) => !isStandardCriterion(key) && (label ?? "") === "")) {
    throw new DomainError("rubric.criterion_unnamed", { field: "criteria" });
  }
  const labels = clean.map(({ label, key }) => (label ?? key).toLowerCase());
  if (new Set(labels).size < labels.length || new Set(clean.map(({ key }) => key)).size < clean.length) {
    throw new DomainError("rubric.criterion_twice", { field: "criteria" });
  }
  return clean;
}

/** Own criteria from lines of text; a line with the words of an existing criterion keeps its key. */
export function ownCriteria(lines: string, existing: readonly Criterion[]): Criterion[] {
  const labels = lines
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const taken = new Set(existing.map(({ key }) => key));
  let next = 1;
  return labels.map((label) => {
    const same = existing.find((criterion) => criterion.label === label);
    if (same) return same;
    while (taken.has(`own-${String(next)}`)) next += 1;
    const key = `own-${String(next)}`;
    taken.add(key);
    return { key, label };
  });
}

/** Throws review.criterion_unknown unless every score is for a criterion of the frozen rubric, once. */
export function requireCriteria(rubric: readonly Criterion[], scores: readonly { criterion: string }[]): void {
  const keys = new Set(rubric.map(({ key }) => key));
  const scored = new Set(scores.map(({ criterion }) => criterion));
  if (scored.size < scores.length || [...scored].some((key) => !keys.has(key))) {
    throw new DomainError("review.criterion_unknown", { field: "scores" });
  }
}
