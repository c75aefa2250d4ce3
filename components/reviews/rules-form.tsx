"use client";

import { useTranslations } from "@/messages/use-translations";
import type { ApprovalRules } from "@/domain/approval-rules";
import type { ChangeRules } from "@/domain/schemas/reviews";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { RadioGroup } from "../ui/choice";
import { Field } from "../ui/field";
import { Input } from "../ui/input";

/** Changes the consortium's rules of approval; each change is a new version. */
export function RulesForm({ projectId, rules }: { projectId: string; rules: ApprovalRules & { number: number } }) {
  const t = useTranslations("reviews.settings");
  const fixed = { projectId, number: rules.number };
  return (
    <MutationForm
      draft={`rules of approval ${projectId}`}
      submit={t("save")}
      mutate={(values) => trpc.reviews.changeRules.mutate({ ...values, ...fixed } as ChangeRules)}
      onDone={useRefresh()}
      className="max-w-form"
    >
      <div className="grid items-end gap-5 sm:grid-cols-2">
        <Field name="recommendations" label={t("recommendations")} required>
          <Input type="number" min={0} max={20} defaultValue={rules.recommendations} />
        </Field>
        <Field name="organisations" label={t("organisations")} required>
          <Input type="number" min={0} max={20} defaultValue={rules.organisations} />
        </Field>
      </div>
      <p className="text-ink-soft text-sm">{t("recommendationsHint")}</p>
      <RadioGroup
        name="mustFindingsBlock"
        legend={t("block")}
        required
        options={[
          { value: "true", label: t("blockYes") },
          { value: "false", label: t("blockNo") },
        ]}
        defaultValue={String(rules.mustFindingsBlock)}
      />
    </MutationForm>
  );
}
