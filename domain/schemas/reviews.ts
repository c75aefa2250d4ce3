import { z } from "zod";
import { findingWeights, resolutions } from "../findings";
import { outputTypes } from "../programme/vocabulary";
import { decisions, verdicts } from "../reviews";
import { highestScore } from "../rubrics";
import {
  calendarDate,
  chosenId,
  cursorInput,
  idInput,
  lineText,
  longText,
  optionalDate,
  optionalId,
  revisionInput,
  slugText,
  wholeNumber,
} from "./input";

const comment = longText(10_000).default("");
const reason = longText(2_000, 3);

export const submitInput = z.object({
  id: idInput,
  outputId: idInput,
  versionIds: z.array(idInput).min(1, "output.no_file").max(100, "input.too_many"),
  reviewerIds: z.array(idInput).min(1, "review.reviewer_missing").max(20, "input.too_many"),
  note: longText(2_000).default(""),
  dueOn: optionalDate,
});
export type SubmitForReview = z.output<typeof submitInput>;

/**
 * The score of a criterion, 1 to 5; null, in form fields "not_applicable", is "not applicable". A criterion without score
 * and words is left out.
 */
const score = z.object({
  criterion: lineText(60, 1),
  score: z
    .union([z.null(), z.literal("not_applicable").transform(() => null), wholeNumber(1, highestScore)])
    .optional(),
  comment: longText(2_000).default(""),
});

const scores = z
  .array(score)
  .max(30, "input.too_many")
  .default([])
  .transform((list) =>
    list
      .filter((one) => one.score !== undefined || one.comment !== "")
      .map(({ score: given = null, ...rest }) => ({ ...rest, score: given })),
  );

export const giveReviewInput = z.object({
  reviewId: idInput,
  verdict: z.enum(verdicts, "input.required"),
  comment,
  scores,
});
export type GiveReview = z.output<typeof giveReviewInput>;

export const reviewIdInput = z.object({ reviewId: idInput });
export const acknowledgeInput = reviewIdInput.extend({ answerBy: calendarDate() });
export type Acknowledge = z.output<typeof acknowledgeInput>;
export const standInInput = reviewIdInput.extend({ personId: chosenId });
export type NameStandIn = z.output<typeof standInInput>;

export const submissionIdInput = z.object({ submissionId: idInput });
/** A submission with a page of its findings, and one of the findings of earlier submissions. */
export const submissionInput = submissionIdInput.extend({ findings: cursorInput, earlier: cursorInput });
export type SubmissionInput = z.output<typeof submissionInput>;
export const decideInput = submissionIdInput.extend({ verdict: z.enum(decisions, "input.required"), comment });
export type Decide = z.output<typeof decideInput>;

export const withReasonInput = submissionIdInput.extend({ reason });
export type WithReason = z.output<typeof withReasonInput>;

/** A whole number, or null for none; an empty form field is none. */
const optionalNumber = (max: number) =>
  z.union([z.null(), z.literal("").transform(() => null), wholeNumber(0, max)]).default(null);

const findingFields = z.object({
  versionId: chosenId,
  weight: z.enum(findingWeights, "input.required"),
  text: longText(10_000, 1),
  page: z.union([z.null(), z.literal("").transform(() => null), wholeNumber(1, 100_000)]).default(null),
  seconds: optionalNumber(360_000),
  quote: longText(2_000).default(""),
});

export const addFindingInput = findingFields.extend({ id: idInput, reviewId: idInput });
export type AddFinding = z.output<typeof addFindingInput>;

export const findingIdInput = z.object({ findingId: idInput });
export const editFindingInput = findingFields.extend({ findingId: idInput, revision: revisionInput });
export type EditFinding = z.output<typeof editFindingInput>;

export const answerFindingInput = findingIdInput.extend({
  id: idInput,
  resolution: z.enum(resolutions, "input.required"),
  versionId: optionalId,
  text: reason,
});
export type AnswerFinding = z.output<typeof answerFindingInput>;

export const closeFindingInput = findingIdInput.extend({ text: longText(2_000).default("") });
export type CloseFinding = z.output<typeof closeFindingInput>;
export const reopenFindingInput = findingIdInput.extend({ text: reason });
export type ReopenFinding = z.output<typeof reopenFindingInput>;

/** The findings of a submission, or those of the earlier submissions of its output. */
export const listFindingsInput = submissionIdInput.extend({
  of: z.enum(["submission", "earlier"]).default("submission"),
  cursor: cursorInput,
});
export type ListFindings = z.output<typeof listFindingsInput>;

export const reviewSettingsInput = z.object({ slug: slugText });

/** `number` is the version of the rules that the change is based on; 0 when the consortium has set none. */
export const changeRulesInput = z.object({
  projectId: idInput,
  number: wholeNumber(),
  recommendations: wholeNumber(0, 20),
  organisations: wholeNumber(0, 20),
  mustFindingsBlock: z.stringbool().or(z.boolean()),
});
export type ChangeRules = z.output<typeof changeRulesInput>;

/** `number` is the version of the rubric that the change is based on; 0 when the consortium has changed none. */
export const changeRubricInput = z.object({
  projectId: idInput,
  number: wholeNumber(),
  type: z.enum(outputTypes, "input.required"),
  criteria: z
    .array(z.object({ key: lineText(60, 1), label: lineText(120).nullable().default(null) }))
    .max(20, "input.too_many"),
});
export type ChangeRubric = z.output<typeof changeRubricInput>;
