import { chooseEdition, verdictOf } from "./eligibility";
import { finding, unsure, verified, type Fact, type Finding, type FindingParams, type Severity } from "./certainty";

export type Budget = Readonly<Record<string, number>>;

export interface TransferLine {
  category: string;
  awardedCents: number;
  actualCents: number;
  changeCents: number;
}

export interface Transfer {
  /** `stands` needs no amendment; `amendment` needs written consent first; `check` is not covered by a known rule. */
  verdict: "stands" | "amendment" | "check";
  transferredCents: number;
  lines: readonly TransferLine[];
  findings: readonly Finding[];
}

const limitPercent = 20;
const clause = verified("LAW-BT");

const groupOf: Readonly<Record<string, string>> = {
  management: "management",
  pmi: "management",
  meeting: "meeting",
  tpm: "meeting",
  output_staff: "output_staff",
  io: "output_staff",
  multiplier_event: "multiplier_event",
  me: "multiplier_event",
  travel: "learning_activities",
  individual_support: "learning_activities",
  linguistic_support: "learning_activities",
  learning_activities: "learning_activities",
  ltta: "learning_activities",
  exceptional: "exceptional",
  special_needs: "special_needs",
};

const closed: readonly string[] = ["management", "exceptional"];
const free = "special_needs";

function grouped(budget: Budget): { sums: Map<string, number>; unknown: string[] } {
  const sums = new Map<string, number>();
  const unknown: string[] = [];
  for (const [key, cents] of Object.entries(budget)) {
    const group = Object.hasOwn(groupOf, key.toLowerCase()) ? groupOf[key.toLowerCase()] : undefined;
    if (group === undefined) unknown.push(key.slice(0, 40));
    else sums.set(group, (sums.get(group) ?? 0) + cents);
  }
  return { sums, unknown };
}

const limitOf = (cents: number): number => Math.floor((cents * limitPercent) / 100);
const sum = (amounts: readonly number[]): number => amounts.reduce((a, b) => a + b, 0);

type CreateFinding = (rule: string, severity: Severity, params: FindingParams, fact?: Fact) => Finding;

function receiverFindings(
  lines: readonly TransferLine[],
  limited: boolean,
  createFinding: CreateFinding,
): readonly Finding[] {
  return lines.flatMap((line): Finding[] => {
    const { category, awardedCents, changeCents } = line;
    if (changeCents <= 0) return [];
    if (closed.includes(category)) return [createFinding("transfer_never_into", "error", { category, changeCents })];
    if (category === free || !limited) return [];
    if (awardedCents === 0) return [createFinding("transfer_into_zero", "error", { category, changeCents })];
    const limitCents = limitOf(awardedCents);
    const params = { category, changeCents, limitCents, overCents: Math.max(0, changeCents - limitCents) };
    return [createFinding("transfer_receiver", changeCents > limitCents ? "error" : "ok", params, verified("SK-165"))];
  });
}

function giverFindings(
  lines: readonly TransferLine[],
  transferred: number,
  createFinding: CreateFinding,
): readonly Finding[] {
  const givers = lines.filter(({ changeCents }) => changeCents < 0);
  const toFree = sum(
    lines.filter(({ category, changeCents }) => category === free && changeCents > 0).map((line) => line.changeCents),
  );
  const allowance = sum(givers.map((line) => Math.min(-line.changeCents, limitOf(line.awardedCents))));
  const over = transferred - allowance;
  if (over <= 0) return [];
  // Transfers to special needs are not limited; for transfers from it the texts differ.
  const severity = over > toFree ? "error" : "warning";
  return givers
    .filter((line) => -line.changeCents > limitOf(line.awardedCents))
    .map((line) => {
      const limitCents = limitOf(line.awardedCents);
      const params = {
        category: line.category,
        changeCents: -line.changeCents,
        limitCents,
        overCents: -line.changeCents - limitCents,
      };
      return createFinding("transfer_giver", severity, params, verified("SK-165"));
    });
}

/** Checks which transfers between budget categories need no amendment, and which condition is not met. */
export function transfer(input: { action: string; callYear: number; budget: Budget; actual: Budget }): Transfer {
  const { action, callYear } = input;
  const createFinding: CreateFinding = (rule, severity, params, fact = clause) =>
    finding(rule, severity, params, fact, callYear);
  const before = grouped(input.budget);
  const after = grouped(input.actual);
  const lines = [...new Set([...before.sums.keys(), ...after.sums.keys()])].map((category): TransferLine => {
    const awardedCents = before.sums.get(category) ?? 0;
    const actualCents = after.sums.get(category) ?? 0;
    return { category, awardedCents, actualCents, changeCents: actualCents - awardedCents };
  });
  const transferredCents = sum(lines.map(({ changeCents }) => Math.max(0, changeCents)));
  const chosen = chooseEdition({ action, callYear });
  if ("problem" in chosen || callYear > 2020 || !action.startsWith("KA2")) {
    const guide = unsure(callYear <= 2020 ? "GUIDE20" : "GUIDE27");
    const known = "problem" in chosen && chosen.problem.rule !== "strand_missing";
    const findings = [known ? chosen.problem : createFinding("check_guide", "warning", { about: "transfer" }, guide)];
    return { verdict: "check", transferredCents, lines, findings };
  }
  const unknown = [...new Set([...before.unknown, ...after.unknown])];
  const overCents = sum(lines.map(({ changeCents }) => changeCents));
  const limited = action !== "KA229";
  const findings = [
    ...(unknown.length > 0 ? [createFinding("category_unknown", "error", { categories: unknown.slice(0, 20) })] : []),
    ...(overCents > 0 ? [createFinding("transfer_over_grant", "error", { overCents }, verified("SRC-NA"))] : []),
    ...receiverFindings(lines, limited, createFinding),
    ...(limited
      ? giverFindings(lines, transferredCents, createFinding)
      : [createFinding("transfer_unlimited", "ok", {}, verified("SK-165"))]),
    ...lines
      .filter(({ category, changeCents }) => category === free && changeCents < 0 && transferredCents > 0)
      .map(({ category }) => createFinding("transfer_from_unclear", "warning", { category })),
  ];
  const verdict = verdictOf(findings);
  const open = findings.some(({ rule, severity }) => severity === "warning" && rule.startsWith("transfer_"));
  if (verdict === "not_eligible") return { verdict: "amendment", transferredCents, lines, findings };
  return { verdict: verdict === "check" || open ? "check" : "stands", transferredCents, lines, findings };
}
