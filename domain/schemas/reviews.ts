import { z } from "zod";
import { verdicts } from "../reviews";

const comment = z.string().trim().max(10_000, "input.too_long").default("");

export const submitInput = z.object({
  id: z.uuid(),
  outputId: z.uuid(),
  versionIds: z.array(z.uuid()).min(1, "output.no_file").max(100),
  reviewerIds: z.array(z.uuid()).min(1, "review.reviewer_missing").max(20),
  note: z.string().trim().max(2_000, "input.too_long").default(""),
  dueOn: z.iso
    .date("input.date_invalid")
    .nullish()
    .or(z.literal(""))
    .transform((date) => date || null),
});
export type SubmitForReview = z.output<typeof submitInput>;

export const giveReviewInput = z.object({ reviewId: z.uuid(), verdict: z.enum(verdicts, "input.required"), comment });
export type GiveReview = z.output<typeof giveReviewInput>;

export const submissionIdInput = z.object({ submissionId: z.uuid() });
export const decideInput = submissionIdInput.extend({ verdict: z.enum(verdicts, "input.required"), comment });
export type Decide = z.output<typeof decideInput>;

export const commentInput = submissionIdInput.extend({
  id: z.uuid(),
  body: z.string("input.required").trim().min(1, "input.required").max(10_000, "input.too_long"),
});
export type AddComment = z.output<typeof commentInput>;

export const listCommentsInput = submissionIdInput.extend({ cursor: z.string().max(400).optional() });
