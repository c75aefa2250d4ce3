import { z } from "zod";
import { outputIdInput, outputPageInput } from "@/domain/schemas/outputs";
import {
  commentInput,
  decideInput,
  giveReviewInput,
  listCommentsInput,
  submissionIdInput,
  submitInput,
} from "@/domain/schemas/reviews";
import { cursorInput } from "@/domain/schemas/input";
import { memberProcedure, router } from "@/server/trpc/init";
import { addComment, decideSubmission, giveReview, publishOutput } from "./commands/judge";
import { submitForReview } from "./commands/submit";
import { getSubmission } from "./queries/get-submission";
import { listComments, listMyReviews, listPossibleReviewers } from "./queries/list-reviews";
import { getOutputPage, listSubmissions } from "./queries/list-submissions";

/** Submissions frozen by hash, what reviewers say of them, and the coordinator's decision. */
export const reviewsRouter = router({
  submit: memberProcedure.input(submitInput).mutation(({ ctx, input }) => submitForReview(ctx, input)),
  possibleReviewers: memberProcedure.input(outputIdInput).query(({ ctx, input }) => listPossibleReviewers(ctx, input)),
  submissions: memberProcedure
    .input(outputIdInput.extend({ cursor: cursorInput }))
    .query(({ ctx, input }) => listSubmissions(ctx, input)),
  outputPage: memberProcedure.input(outputPageInput).query(({ ctx, input }) => getOutputPage(ctx, input)),
  submission: memberProcedure.input(submissionIdInput).query(({ ctx, input }) => getSubmission(ctx, input)),
  comments: memberProcedure.input(listCommentsInput).query(({ ctx, input }) => listComments(ctx, input)),
  comment: memberProcedure.input(commentInput).mutation(({ ctx, input }) => addComment(ctx, input)),
  give: memberProcedure.input(giveReviewInput).mutation(({ ctx, input }) => giveReview(ctx, input)),
  decide: memberProcedure.input(decideInput).mutation(({ ctx, input }) => decideSubmission(ctx, input)),
  publish: memberProcedure.input(outputIdInput).mutation(({ ctx, input }) => publishOutput(ctx, input)),
  mine: memberProcedure.input(z.object({ cursor: cursorInput })).query(({ ctx, input }) => listMyReviews(ctx, input)),
});
