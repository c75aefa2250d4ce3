import { addDays, type IsoDate } from "./dates";
import { DomainError } from "./errors";

/** Recommendations of reviewers. Only the coordinator decides. */
export const verdicts = ["approve", "approve_with_remarks", "request_changes", "reject"] as const;
export type Verdict = (typeof verdicts)[number];

/** Decisions of the coordinator. A rejection returns the output to "changes requested". */
export const decisions = ["approve", "request_changes", "reject"] as const;
export type Decision = (typeof decisions)[number];

export const submissionStatuses = [
  "open",
  "approved",
  "changes_requested",
  "rejected",
  "replaced",
  "withdrawn",
] as const;
export type SubmissionStatus = (typeof submissionStatuses)[number];
export type SubmissionAct = Decision | "replace" | "withdraw" | "reopen";

/** Transitions of a submission by act and status. */
export const submissionTransitions = {
  open: {
    approve: "approved",
    request_changes: "changes_requested",
    reject: "rejected",
    replace: "replaced",
    withdraw: "withdrawn",
  },
  approved: { reopen: "open" },
  changes_requested: { reopen: "open" },
  rejected: { reopen: "open" },
  replaced: {},
  withdrawn: {},
} as const satisfies Record<SubmissionStatus, Partial<Record<SubmissionAct, SubmissionStatus>>>;

/** The status of a submission after an act. Errors: submission.not_open, submission.not_decided. */
export function decideSubmissionStatus(status: SubmissionStatus, act: SubmissionAct): SubmissionStatus {
  const next: Partial<Record<SubmissionAct, SubmissionStatus>> = submissionTransitions[status];
  const to = next[act];
  if (!to) throw new DomainError(act === "reopen" ? "submission.not_decided" : "submission.not_open", { status });
  return to;
}

/** Throws review.own_organisation for reviewers of the organisation that leads the output. */
export function requireOtherOrganisation(reviewerOrganisationId: string, leadOrganisationId: string): void {
  if (reviewerOrganisationId === leadOrganisationId) throw new DomainError("review.own_organisation");
}

/** Number of reviews by recommendation; advice for the coordinator, who decides. */
export function tally(reviews: readonly { verdict: Verdict | null }[]) {
  const count = (...given: (Verdict | null)[]) => reviews.filter((r) => given.includes(r.verdict)).length;
  return {
    approve: count("approve", "approve_with_remarks"),
    requestChanges: count("request_changes"),
    reject: count("reject"),
    waiting: count(null),
  };
}

/** Every verdict and decision but an approval needs a reason. Errors: review.comment_missing. */
export function requireComment(verdict: Verdict, comment: string): void {
  if (verdict !== "approve") requireReason(comment, "comment");
}

/** Errors: review.comment_missing on the given field, for fewer than three characters. */
export function requireReason(reason: string, field: string): void {
  if (reason.trim().length < 3) throw new DomainError("review.comment_missing", { field });
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

/** The days by which a reviewer can say that they answer: from today on, within a year. */
export const answerDays = (today: IsoDate): { first: IsoDate; last: IsoDate } => ({
  first: today,
  last: addDays(today, 365),
});

/** Checks the day by which a reviewer says that they answer. Errors: review.answer_by_outside. */
export function requireAnswerBy(answerBy: IsoDate, today: IsoDate): void {
  const { first, last } = answerDays(today);
  if (answerBy < first || answerBy > last) throw new DomainError("review.answer_by_outside", { field: "answerBy" });
}
