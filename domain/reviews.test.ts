import { describe, expect, it } from "vitest";
import {
  approvalHolds,
  decideSubmissionStatus,
  requireComment,
  requireOtherOrganisation,
  type SubmissionAct,
  submissionStatuses,
  tally,
} from "./reviews";

const frozen = (sha256: string, withdrawnAt: Date | null = null) => ({ sha256, withdrawnAt });
const today = new Date("2026-03-16T12:00:00Z");

describe("an approval", () => {
  it.each([
    ["the same content", [frozen("a"), frozen("b")], ["a", "b"], [], true],
    ["fewer files than were approved", [frozen("a"), frozen("b")], ["a"], [], true],
    ["the same content twice", [frozen("a")], ["a", "a"], [], true],
    ["a newer version", [frozen("a"), frozen("b")], ["a", "c"], [], false],
    ["a further file", [frozen("a")], ["a", "b"], [], false],
    ["a file that was left out", [frozen("a")], ["a", "b"], ["b"], true],
    ["a newer version of what was left out", [frozen("a")], ["a", "c"], ["b"], false],
    ["something withdrawn", [frozen("a", today)], ["a"], [], false],
    ["nothing left", [frozen("a")], [], [], true],
  ])("compares %s with the approved versions", (_name, versions, current, leftOut, holds) => {
    expect(approvalHolds(versions, current, leftOut)).toBe(holds);
  });
});

it("reviewers belong to other organisations", () => {
  expect(() => {
    requireOtherOrganisation("a", "b");
  }).not.toThrow();
  expect(() => {
    requireOtherOrganisation("a", "a");
  }).toThrow("review.own_organisation");
});

it.each([
  ["approve", "", true],
  ["approve_with_remarks", "", false],
  ["approve_with_remarks", "One typo.", true],
  ["request_changes", "  x ", false],
  ["reject", "", false],
  ["request_changes", "Page 4 is missing.", true],
] as const)("%s with the comment “%s” is accepted: %s", (verdict, comment, enough) => {
  const attempt = () => {
    requireComment(verdict, comment);
  };
  if (enough) expect(attempt).not.toThrow();
  else expect(attempt).toThrow("review.comment_missing");
});

it("reviews are counted by recommendation", () => {
  const verdicts = ["approve", "approve_with_remarks", "request_changes", "reject", null] as const;
  expect(tally(verdicts.map((verdict) => ({ verdict })))).toEqual({
    approve: 2,
    requestChanges: 1,
    reject: 1,
    waiting: 1,
  });
});

it("a submission changes only by the transitions of this table", () => {
  const acts: SubmissionAct[] = ["approve", "request_changes", "reject", "replace", "withdraw", "reopen"];
  const outcome = (status: (typeof submissionStatuses)[number], act: SubmissionAct) => {
    try {
      return decideSubmissionStatus(status, act);
    } catch {
      return "-";
    }
  };
  const table = submissionStatuses.map((status) => [status, acts.map((act) => outcome(status, act)).join(" ")]);
  expect(Object.fromEntries(table)).toEqual({
    open: "approved changes_requested rejected replaced withdrawn -",
    approved: "- - - - - open",
    changes_requested: "- - - - - open",
    rejected: "- - - - - open",
    replaced: "- - - - - -",
    withdrawn: "- - - - - -",
  });
  expect(() => decideSubmissionStatus("approved", "approve")).toThrow("submission.not_open");
  expect(() => decideSubmissionStatus("open", "reopen")).toThrow("submission.not_decided");
});
