import { z } from "zod";
import { outputIdInput, outputPageInput } from "@/domain/schemas/outputs";
import {
  acknowledgeInput,
  addFindingInput,
  answerFindingInput,
  changeRubricInput,
  changeRulesInput,
  closeFindingInput,
  decideInput,
  editFindingInput,
  findingIdInput,
  giveReviewInput,
  listFindingsInput,
  reopenFindingInput,
  reviewIdInput,
  reviewSettingsInput,
  standInInput,
  submissionInput,
  submitInput,
  withReasonInput,
} from "@/domain/schemas/reviews";
import { cursorInput } from "@/domain/schemas/input";
import { memberProcedure, router } from "@/server/procedures";
import { acknowledgeReview } from "./commands/acknowledge-review";
import { answerFinding, closeFinding, reopenFinding } from "./commands/answer-finding";
import { changeRubric, changeRules } from "./commands/change-review-settings";
import { decideSubmission } from "./commands/decide-submission";
import { addFinding, editFinding, removeFinding } from "./commands/edit-findings";
import { giveReview } from "./commands/give-review";
import { nameStandIn } from "./commands/name-stand-in";
import { reopenSubmission } from "./commands/reopen-submission";
import { submitForReview } from "./commands/submit";
import { withdrawSubmission } from "./commands/withdraw-submission";
import { getSubmission } from "./queries/get-submission";
import { listFindings } from "./queries/list-findings";
import { listMyReviews, listPossibleReviewers, listStandIns } from "./queries/list-reviews";
import { getOutputPage, listSubmissions } from "./queries/list-submissions";
import { getReviewSettings } from "./queries/rubrics";

/** Submissions, their reviews and findings, the coordinator's decision, and the consortium's rules and rubrics for them. */
export const reviewsRouter = router({
  submit: memberProcedure.input(submitInput).mutation(({ ctx, input }) => submitForReview(ctx, input)),
  possibleReviewers: memberProcedure.input(outputIdInput).query(({ ctx, input }) => listPossibleReviewers(ctx, input)),
  submissions: memberProcedure
    .input(outputIdInput.extend({ cursor: cursorInput }))
    .query(({ ctx, input }) => listSubmissions(ctx, input)),
  outputPage: memberProcedure.input(outputPageInput).query(({ ctx, input }) => getOutputPage(ctx, input)),
  submission: memberProcedure.input(submissionInput).query(({ ctx, input }) => getSubmission(ctx, input)),
  give: memberProcedure.input(giveReviewInput).mutation(({ ctx, input }) => giveReview(ctx, input)),
  acknowledge: memberProcedure.input(acknowledgeInput).mutation(({ ctx, input }) => acknowledgeReview(ctx, input)),
  findings: memberProcedure.input(listFindingsInput).query(({ ctx, input }) => listFindings(ctx, input)),
  standIns: memberProcedure.input(reviewIdInput).query(({ ctx, input }) => listStandIns(ctx, input)),
  nameStandIn: memberProcedure.input(standInInput).mutation(({ ctx, input }) => nameStandIn(ctx, input)),
  addFinding: memberProcedure.input(addFindingInput).mutation(({ ctx, input }) => addFinding(ctx, input)),
  editFinding: memberProcedure.input(editFindingInput).mutation(({ ctx, input }) => editFinding(ctx, input)),
  removeFinding: memberProcedure.input(findingIdInput).mutation(({ ctx, input }) => removeFinding(ctx, input)),
  answerFinding: memberProcedure.input(answerFindingInput).mutation(({ ctx, input }) => answerFinding(ctx, input)),
  closeFinding: memberProcedure.input(closeFindingInput).mutation(({ ctx, input }) => closeFinding(ctx, input)),
  reopenFinding: memberProcedure.input(reopenFindingInput).mutation(({ ctx, input }) => reopenFinding(ctx, input)),
  withdraw: memberProcedure.input(withReasonInput).mutation(({ ctx, input }) => withdrawSubmission(ctx, input)),
  reopen: memberProcedure.input(withReasonInput).mutation(({ ctx, input }) => reopenSubmission(ctx, input)),
  settings: memberProcedure.input(reviewSettingsInput).query(({ ctx, input }) => getReviewSettings(ctx, input)),
  changeRules: memberProcedure.input(changeRulesInput).mutation(({ ctx, input }) => changeRules(ctx, input)),
  changeRubric: memberProcedure.input(changeRubricInput).mutation(({ ctx, input }) => changeRubric(ctx, input)),
  decide: memberProcedure.input(decideInput).mutation(({ ctx, input }) => decideSubmission(ctx, input)),
  mine: memberProcedure.input(z.object({ cursor: cursorInput })).query(({ ctx, input }) => listMyReviews(ctx, input)),
});
