import { chooseEdition, guideOf } from "./eligibility";
import { finding, recalled, unsure, verified, type Fact, type Finding } from "./certainty";

interface ReductionTable {
  from: number;
  to: number;
  /** The prefix of the action codes it applies to. */
  actions: readonly string[];
  /** From this score on, the grant is reduced by this percentage; in descending order of the scores. */
  steps: readonly { from: number; percent: number }[];
  fact: Fact;
}

const tables: readonly ReductionTable[] = [
  {
    from: 2014,
    to: 2020,
    actions: ["KA2"],
    steps: [
      { from: 50, percent: 0 },
      { from: 40, percent: 25 },
      { from: 25, percent: 50 },
      { from: 0, percent: 75 },
    ],
    fact: verified("SK-186"),
  },
  {
    from: 2021,
    to: 2027,
    actions: ["KA220", "KA210"],
    steps: [
      { from: 70, percent: 0 },
      { from: 55, percent: 10 },
      { from: 40, percent: 40 },
      { from: 0, percent: 70 },
    ],
    fact: recalled("GUIDE27"),
  },
];

/** The only score on which published texts of 2014 to 2020 disagree. */
const disputed = { period: 2020, from: 25, below: 26 };

export interface Reduction {
  percent: number | null;
  findings: readonly Finding[];
}

/** The reduction for the score of the final report: the percentage taken off the grant. */
export function reduction(
  input: { action: string; callYear: number; score: number },
  known: readonly ReductionTable[] = tables,
): Reduction {
  const { action, callYear, score } = input;
  const chosen = chooseEdition({ action, callYear });
  if ("problem" in chosen && chosen.problem.rule !== "strand_missing") {
    return { percent: null, findings: [chosen.problem] };
  }
  if (!(score >= 0 && score <= 100)) {
    return { percent: null, findings: [finding("score_invalid", "error", {}, guideOf(callYear), callYear)] };
  }
  const table = known.find(
    (one) => callYear >= one.from && callYear <= one.to && one.actions.some((start) => action.startsWith(start)),
  );
  const step = table?.steps.find(({ from }) => score >= from);
  if (!table || !step) {
    const guide = unsure(callYear <= 2020 ? "GUIDE20" : "GUIDE27");
    return { percent: null, findings: [finding("check_guide", "warning", { about: "reduction" }, guide, callYear)] };
  }
  const params = { score, percent: step.percent };
  const severity = step.percent === 0 ? "ok" : "warning";
  const findings = [finding("reduction", severity, params, table.fact, callYear)];
  if (callYear <= disputed.period && score >= disputed.from && score < disputed.below) {
    findings.push(finding("reduction_border", "warning", { score }, recalled(), callYear));
  }
  if (action.startsWith("KA220") && callYear >= 2022) {
    findings.push(finding("reduction_by_work_package", "warning", {}, verified("PG25", [2022, 2025]), callYear));
  }
  return { percent: step.percent, findings };
}
