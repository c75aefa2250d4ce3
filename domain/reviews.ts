import { DomainError } from "./errors";

export const verdicts = ["approve", "request_changes"] as const;
export type Verdict = (typeof verdicts)[number];

export const submissionStatuses = ["open", "approved", "changes_requested", "replaced"] as const;
export type SubmissionStatus = (typeof submissionStatuses)[number];

/** Reviewers come from other organisations than the one that leads the output; throws review.own_organisation. */
export function requireOtherOrganisation(reviewerOrganisationId: string, leadOrganisationId: string): void {
  if (reviewerOrganisationId === leadOrganisationId) throw new DomainError("review.own_organisation");
}

/** What the reviews say together; advice for the coordinator, who decides. */
export function tally(reviews: readonly { verdict: Verdict | null }[]) {
  return {
    approve: reviews.filter((r) => r.verdict === "approve").length,
    requestChanges: reviews.filter((r) => r.verdict === "request_changes").length,
    waiting: reviews.filter((r) => r.verdict === null).length,
  };
}

/** Asking for changes needs words; approving may stand alone. Throws input.invalid on the comment. */
export function requireComment(verdict: Verdict, comment: string): void {
  if (verdict === "request_changes" && comment.trim().length < 3) {
    throw new DomainError("review.comment_missing", { field: "comment" });
  }
}

type Frozen = { sha256: string; withdrawnAt: Date | null };

/**
 * Whether an approval still speaks of what is there: nothing withdrawn, nothing newer beside it. What was left out when
 * the review was asked for is not newer.
 */
export function approvalHolds(
  frozen: readonly Frozen[],
  currentHashes: readonly string[],
  leftOut: readonly string[],
): boolean {
  const hashes = new Set([...frozen.map((version) => version.sha256), ...leftOut]);
  return frozen.every((version) => version.withdrawnAt === null) && currentHashes.every((hash) => hashes.has(hash));
}
