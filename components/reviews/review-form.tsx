"use client";

import { useTranslations } from "@/messages/use-translations";
import { type Verdict, verdicts } from "@/domain/reviews";
import { type Criterion, highestScore, isStandardCriterion } from "@/domain/rubrics";
import type { GiveReview } from "@/domain/schemas/reviews";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { RadioGroup } from "../ui/choice";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { Textarea } from "../ui/textarea";

type Given = {
  verdict: Verdict | null;
  comment: string;
  scores: readonly { criterion: string; score: number | null; comment: string }[];
};

/** A reviewer's scores, recommendation and words; given before, they can be changed until the decision. */
export function ReviewForm({
  reviewId,
  rubric,
  given,
}: {
  reviewId: string;
  rubric: readonly Criterion[];
  given: Given;
}) {
  const t = useTranslations("reviews.form");
  const names = useTranslations("reviews.criteria");
  const fixed = { reviewId };
  const scores = Array.from({ length: highestScore }, (_, index) => String(highestScore - index));
  return (
    <MutationForm
      draft={`review ${reviewId}`}
      post={{ procedure: "reviews.give", fixed }}
      mutate={(values) => trpc.reviews.give.mutate({ ...values, ...fixed } as GiveReview)}
      onDone={useRefresh()}
      submit={t(given.verdict === null ? "give" : "giveAgain")}
      submitIcon="check"
    >
      {rubric.length > 0 ? (
        <fieldset className="grid min-w-0 gap-3">
          <legend className="font-semibold">{t("criteria")}</legend>
          <p className="text-ink-soft text-sm">{t("criteriaHint")}</p>
          {rubric.map(({ key, label }, index) => {
            const criterion = isStandardCriterion(key) ? names(key) : (label ?? key);
            const score = given.scores.find((one) => one.criterion === key);
            return (
              <div key={key} className="grid grid-cols-[8.5rem_minmax(0,1fr)] gap-x-3 gap-y-1">
                <p aria-hidden="true" className="col-span-2 font-semibold" dir="auto">
                  {criterion}
                </p>
                <input type="hidden" name={`scores.${String(index)}.criterion`} value={key} />
                <Field name={`scores.${String(index)}.score`} label={t("score", { criterion })} hideLabel required>
                  <Select
                    required={false}
                    placeholder={t("choose")}
                    options={[
                      ...scores.map((value) => ({ value, label: value })),
                      { value: "not_applicable", label: t("notApplicable") },
                    ]}
                    defaultValue={score === undefined ? "" : String(score.score ?? "not_applicable")}
                  />
                </Field>
                <Field name={`scores.${String(index)}.comment`} label={t("words", { criterion })} hideLabel required>
                  <Input
                    required={false}
                    maxLength={2_000}
                    placeholder={t("inWords")}
                    defaultValue={score?.comment ?? ""}
                  />
                </Field>
              </div>
            );
          })}
        </fieldset>
      ) : null}
      <RadioGroup
        name="verdict"
        legend={t("verdict")}
        required
        options={verdicts.map((value) => ({ value, label: t(`recommend_${value}`) }))}
        {...(given.verdict === null ? {} : { defaultValue: given.verdict })}
      />
      <Field name="comment" label={t("comment")} hint={t("commentHint")}>
        <Textarea maxLength={10_000} defaultValue={given.comment} />
      </Field>
    </MutationForm>
  );
}
