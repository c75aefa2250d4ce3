import type { Verdict } from "./reviews";

/** When the coordinator may approve a submission: a versioned record of the consortium. */
export type ApprovalRules = {
  /** How many recommendations of approval are needed, from organisations other than the lead. */
  recommendations: number;
  /** From how many different organisations they must come. */
  organisations: number;
  /** Whether a must-finding that is not closed prevents the approval. */
  mustFindingsBlock: boolean;
};

/** The rules of a consortium that has set none. */
export const defaultApprovalRules: ApprovalRules = { recommendations: 1, organisations: 1, mustFindingsBlock: true };

export const approvalRuleNames = ["recommendations", "organisations", "must_findings"] as const;
export type ApprovalRule = (typeof approvalRuleNames)[number];

/** A rule that is not met: what it asks for, and what is there. */
export type MissingRule = { rule: ApprovalRule; needed: number; have: number };

/** What the rules are applied to. `reviews` are those of the submission, also those that are not given. */
export type ApprovalCase = {
  leadOrganisationId: string;
  /** The coordinating organisation leads the output: it needs a recommendation from elsewhere whatever the rules say. */
  ledByCoordinator: boolean;
  reviews: readonly { organisationId: string; verdict: Verdict | null }[];
  /** Must-findings on the output that are not closed, from all its submissions. */
  openMustFindings: number;
};

/** The rules that a submission does not meet; empty when the coordinator may approve it. */
export function missingRules(rules: ApprovalRules, on: ApprovalCase): MissingRule[] {
  const counted = on.reviews.filter(
    ({ organisationId, verdict }) =>
      organisationId !== on.leadOrganisationId && (verdict === "approve" || verdict === "approve_with_remarks"),
  );
  const least = on.ledByCoordinator ? 1 : 0;
  const lacking = (rule: ApprovalRule, needed: number, have: number) => (have < needed ? [{ rule, needed, have }] : []);
  return [
    ...lacking("recommendations", Math.max(rules.recommendations, least), counted.length),
    ...lacking(
      "organisations",
      Math.max(rules.organisations, least),
      new Set(counted.map(({ organisationId }) => organisationId)).size,
    ),
    ...(rules.mustFindingsBlock && on.openMustFindings > 0
      ? [{ rule: "must_findings" as const, needed: 0, have: on.openMustFindings }]
      : []),
  ];
}
