import { z } from "zod";
import { outputIdInput, outputPageInput } from "@/domain/schemas/outputs";
import { decideInput, giveReviewInput, submissionIdInput, submitInput } from "@/domain/schemas/reviews";
import { cursorInput } from "@/domain/schemas/input";
import { memberProcedure, router } from "@/server/procedures";
import { decideSubmission } from "./commands/decide-submission";
import { giveReview } from "./commands/give-review";
import { publishOutput, unpublishOutput } from "./commands/publish-output";
import { submitForReview } from "./commands/submit";
import { getSubmission } from "./queries/get-submission";
import { listMyReviews, listPossibleReviewers } from "./queries/list-reviews";
import { getOutputPage, listSubmissions } from "./queries/list-submissions";

/** Submissions, their reviews, and the coordinator's decision. */
export const reviewsRouter = router({
  submit: memberProcedure.input(submitInput).mutation(({ ctx, input }) => submitForReview(ctx, input)),
  possibleReviewers: memberProcedure.input(outputIdInput).query(({ ctx, input }) => listPossibleReviewers(ctx, input)),
  submissions: memberProcedure
    .input(outputIdInput.extend({ cursor: cursorInput }))
    .query(({ ctx, input }) => listSubmissions(ctx, input)),
  outputPage: memberProcedure.input(outputPageInput).query(({ ctx, input }) => getOutputPage(ctx, input)),
  submission: memberProcedure.input(submissionIdInput).query(({ ctx, input }) => getSubmission(ctx, input)),
  give: memberProcedure.input(giveReviewInput).mutation(({ ctx, input }) => giveReview(ctx, input)),
  decide: memberProcedure.input(decideInput).mutation(({ ctx, input }) => decideSubmission(ctx, input)),
  publish: memberProcedure.input(outputIdInput).mutation(({ ctx, input }) => publishOutput(ctx, input)),
  unpublish: memberProcedure.input(outputIdInput).mutation(({ ctx, input }) => unpublishOutput(ctx, input)),
  mine: memberProcedure.input(z.object({ cursor: cursorInput })).query(({ ctx, input }) => listMyReviews(ctx, input)),
});
