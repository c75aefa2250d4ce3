import { DomainError } from "./errors";

export const verdicts = ["approve", "request_changes"] as const;
export type Verdict = (typeof verdicts)[number];

export const submissionStatuses = ["open", "approved", "changes_requested", "replaced"] as const;
export type SubmissionStatus = (typeof submissionStatuses)[number];

/** Throws review.own_organisation for reviewers of the organisation that leads the output. */
export function requireOtherOrganisation(reviewerOrganisationId: string, leadOrganisationId: string): void {
  if (reviewerOrganisationId === leadOrganisationId) throw new DomainError("review.own_organisation");
}

/** Number of reviews by recommendation; advice for the coordinator, who decides. */
export function tally(reviews: readonly { verdict: Verdict | null }[]) {
  return {
    approve: reviews.filter((r) => r.verdict === "approve").length,
    requestChanges: reviews.filter((r) => r.verdict === "request_changes").length,
    waiting: reviews.filter((r) => r.verdict === null).length,
  };
}

/** A recommendation of changes needs a comment, an approval does not. Errors: review.comment_missing. */
export function requireComment(verdict: Verdict, comment: string): void {
  if (verdict === "request_changes" && comment.trim().length < 3) {
    throw new DomainError("review.comment_missing", { field: "comment" });
  }
}

type Frozen = { sha256: string; withdrawnAt: Date | null };

/**
 * True when an approval covers the current files: none withdrawn, none newer. Files that were left out of the
 * submission do not count as newer.
 */
export function approvalHolds(
  frozen: readonly Frozen[],
  currentHashes: readonly string[],
  leftOut: readonly string[],
): boolean {
  const hashes = new Set([...frozen.map((version) => version.sha256), ...leftOut]);
  return frozen.every((version) => version.withdrawnAt === null) && currentHashes.every((hash) => hashes.has(hash));
}
