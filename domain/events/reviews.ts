import { z } from "zod";
import { verdicts } from "../reviews";
import { defineEvent, notified, ofSubmission, submissionPage } from "./event";

const ofReview = ofSubmission.extend({ reviewId: z.uuid() });
const onSubmission = { kind: "reviews", page: submissionPage } as const;

export const reviewEvents = {
  "output.submitted": defineEvent({ shape: ofSubmission, ...onSubmission, ...notified("coordinators") }),
  "output.approved": defineEvent({ shape: ofSubmission, ...onSubmission, ...notified("output_team") }),
  // Once for each approval, when its files first differ from the approved ones.
  "output.approval_outdated": defineEvent({ shape: ofSubmission, ...onSubmission, ...notified("coordinators") }),
  "output.changes_requested": defineEvent({ shape: ofSubmission, ...onSubmission, ...notified("output_team") }),
  "review.requested": defineEvent({
    // `personId` is the reviewer. Rows of earlier releases held a name instead, which is left out when they are read.
    shape: ofReview.extend({ personId: z.uuid().optional() }),
    ...onSubmission,
    ...notified("reviewer"),
  }),
  "review.given": defineEvent({
    shape: ofReview.extend({ verdict: z.enum(verdicts) }),
    ...onSubmission,
    ...notified("output_team", "coordinators"),
  }),
};
