"use client";

import { useTranslations } from "@/messages/use-translations";
import type { OutputType } from "@/domain/programme/vocabulary";
import { type Criterion, isStandardCriterion, ownCriteria, standardCriteria } from "@/domain/rubrics";
import type { ChangeRubric } from "@/domain/schemas/reviews";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { CheckboxGroup } from "../ui/choice";
import { Field } from "../ui/field";
import { Textarea } from "../ui/textarea";

type Props = { projectId: string; rubric: { type: OutputType; number: number; criteria: readonly Criterion[] } };

/** Changes the criteria for a kind of output; each change is a new version. */
export function RubricForm({ projectId, rubric }: Props) {
  const t = useTranslations("reviews.settings");
  const names = useTranslations("reviews.criteria");
  const { type, number } = rubric;
  const own = rubric.criteria.filter(({ key }) => !isStandardCriterion(key));
  return (
    <MutationForm
      draft={`rubric ${projectId} ${type}`}
      submit={t("saveRubric")}
      mutate={({ standard, own: lines }) => {
        const chosen = Array.isArray(standard) ? standard : [];
        const criteria = [
          ...standardCriteria.filter((key) => chosen.includes(key)).map((key) => ({ key, label: null })),
          ...ownCriteria(typeof lines === "string" ? lines : "", rubric.criteria),
        ];
        return trpc.reviews.changeRubric.mutate({ projectId, type, number, criteria } satisfies ChangeRubric);
      }}
      onDone={useRefresh()}
      className="max-w-form"
    >
      <CheckboxGroup
        name="standard"
        legend={t("standardCriteria")}
        columns
        options={standardCriteria.map((value) => ({ value, label: names(value) }))}
        defaultValue={rubric.criteria.map(({ key }) => key)}
      />
      <Field name="own" label={t("own")} hint={t("ownHint")}>
        <Textarea rows={3} maxLength={2_000} defaultValue={own.map(({ label }) => label).join("\n")} />
      </Field>
    </MutationForm>
  );
}
