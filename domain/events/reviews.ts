import { z } from "zod";
import { verdicts } from "../reviews";
import { resolutions } from "../findings";
import { outputTypes } from "../programme/vocabulary";
import { asked, defineEvent, feedOnly, notified, ofSubmission, reviewSettingsPage, submissionPage } from "./event";

const ofReview = ofSubmission.extend({ reviewId: z.uuid() });
const ofFinding = ofReview.extend({ findingId: z.uuid() });
const onSubmission = { kind: "reviews", page: submissionPage } as const;

export const reviewEvents = {
  "output.submitted": defineEvent({ shape: ofSubmission, ...onSubmission, ...asked("coordinators") }),
  "output.approved": defineEvent({ shape: ofSubmission, ...onSubmission, ...notified("output_team") }),
  // Once for each approval, when its files first differ from the approved ones.
  "output.approval_outdated": defineEvent({
    shape: ofSubmission,
    ...onSubmission,
    ...notified("coordinators", "output_team"),
  }),
  "output.changes_requested": defineEvent({ shape: ofSubmission, ...onSubmission, ...asked("output_team") }),
  "output.rejected": defineEvent({ shape: ofSubmission, ...onSubmission, ...notified("output_team") }),
  "submission.withdrawn": defineEvent({ shape: ofSubmission, ...onSubmission, ...notified("reviewers") }),
  "submission.reopened": defineEvent({ shape: ofSubmission, ...onSubmission, ...notified("output_team", "reviewers") }),
  "review.requested": defineEvent({
    // `personId` is the reviewer. Rows of earlier releases held a name instead, which is left out when they are read.
    shape: ofReview.extend({ personId: z.uuid().optional() }),
    ...onSubmission,
    ...asked("reviewer"),
  }),
  // `dueOn` is the day by which the reviewer answers.
  "review.acknowledged": defineEvent({
    shape: ofReview.extend({ dueOn: z.iso.date() }),
    ...onSubmission,
    ...notified("output_team", "coordinators"),
  }),
  "review.given": defineEvent({
    shape: ofReview.extend({ verdict: z.enum(verdicts) }),
    ...onSubmission,
    ...notified("output_team", "coordinators"),
  }),
  "review.stand_in_named": defineEvent({
    shape: ofReview.extend({ personId: z.uuid() }),
    ...onSubmission,
    ...asked("reviewer"),
  }),
  "finding.answered": defineEvent({
    shape: ofFinding.extend({ resolution: z.enum(resolutions) }),
    ...onSubmission,
    ...notified("reviewer"),
  }),
  "finding.closed": defineEvent({ shape: ofFinding, ...onSubmission, ...feedOnly }),
  "finding.reopened": defineEvent({ shape: ofFinding, ...onSubmission, ...notified("output_team") }),
  "approval_rules.changed": defineEvent({
    shape: z.object({ recommendations: z.int(), organisations: z.int(), mustFindingsBlock: z.boolean() }),
    kind: "reviews",
    page: reviewSettingsPage,
    ...feedOnly,
  }),
  "rubric.changed": defineEvent({
    shape: z.object({ outputType: z.enum(outputTypes), number: z.int() }),
    kind: "reviews",
    page: reviewSettingsPage,
    ...feedOnly,
  }),
};
