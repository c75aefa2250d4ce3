import { z } from "zod";
import { verdicts } from "../reviews";
import { idInput, longText, optionalDate } from "./input";

const comment = longText(10_000).default("");

export const submitInput = z.object({
  id: idInput,
  outputId: idInput,
  versionIds: z.array(idInput).min(1, "output.no_file").max(100, "input.too_many"),
  reviewerIds: z.array(idInput).min(1, "review.reviewer_missing").max(20, "input.too_many"),
  note: longText(2_000).default(""),
  dueOn: optionalDate,
});
export type SubmitForReview = z.output<typeof submitInput>;

export const giveReviewInput = z.object({ reviewId: idInput, verdict: z.enum(verdicts, "input.required"), comment });
export type GiveReview = z.output<typeof giveReviewInput>;

export const submissionIdInput = z.object({ submissionId: idInput });
export const decideInput = submissionIdInput.extend({ verdict: z.enum(verdicts, "input.required"), comment });
export type Decide = z.output<typeof decideInput>;
