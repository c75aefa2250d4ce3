import { z } from "zod";
import { verdicts } from "../reviews";
import { defineEvent, notified, ofSubmission, submissionPage } from "./event";

const ofReview = ofSubmission.extend({ reviewId: z.uuid() });
const onSubmission = { kind: "reviews", page: submissionPage } as const;

export const reviewEvents = {
  "output.submitted": defineEvent({ shape: ofSubmission, ...onSubmission, ...notified("coordinators") }),
  "output.approved": defineEvent({ shape: ofSubmission, ...onSubmission, ...notified("output_team") }),
  "output.changes_requested": defineEvent({ shape: ofSubmission, ...onSubmission, ...notified("output_team") }),
  "review.requested": defineEvent({
    // `reviewer` is empty after that person closed their account.
    shape: ofReview.extend({ reviewer: z.string() }),
    ...onSubmission,
    ...notified("reviewer"),
  }),
  "review.given": defineEvent({
    shape: ofReview.extend({ verdict: z.enum(verdicts) }),
    ...onSubmission,
    ...notified("output_team", "coordinators"),
  }),
};
