"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "@/messages/use-translations";
import { useState } from "react";
import { v7 as uuid } from "uuid";
import type { SubmitForReview } from "@/domain/schemas/reviews";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { type Absence, useAwayText } from "../absences/away-text";
import { Chip } from "../ui/chip";
import { CheckboxGroup } from "../ui/choice";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Textarea } from "../ui/textarea";

type Props = {
  outputId: string;
  /** The address of the output. */
  base: string;
  lead: string;
  versions: readonly { id: string; name: string; number: number; note: string }[];
  reviewers: readonly {
    personId: string;
    name: string;
    kind: string;
    open: number;
    openFindings: number;
    proposed: boolean;
    away: Absence | null;
    organisation: { shortName: string; country: string; hue: number };
  }[];
  dueOn: string;
  today: string;
};

/** Submits versions for review by people of other organisations. */
export function SubmitForm({ outputId, base, lead, versions, reviewers, dueOn, today }: Props) {
  const t = useTranslations("reviews.submit");
  const router = useRouter();
  const awayText = useAwayText();
  const [id] = useState(() => uuid());
  const [missing, setMissing] = useState<"versionIds" | "reviewerIds" | null>(null);
  return (
    <MutationForm
      draft={`ask for review ${outputId}`}
      post={{
        procedure: "reviews.submit",
        fixed: { id, outputId },
        lists: ["versionIds", "reviewerIds"],
        next: `${base}/submissions/:submissionId`,
      }}
      submit={t("act")}
      submitIcon="review"
      mutate={async (values) => {
        const input = { ...values, id, outputId } as SubmitForReview;
        const lacks = (["versionIds", "reviewerIds"] as const).find((name) => input[name].length === 0) ?? null;
        setMissing(lacks);
        if (lacks) document.querySelector<HTMLElement>(`input[name="${lacks}"]`)?.focus();
        return lacks ? null : trpc.reviews.submit.mutate(input);
      }}
      onDone={(made) => {
        if (made) router.replace(`${base}/submissions/${made.submissionId}` as Route);
      }}
    >
      <CheckboxGroup
        name="versionIds"
        {...(missing === "versionIds" ? { error: t("missingFiles") } : {})}
        legend={t("files")}
        hint={t("filesHint")}
        required
        options={versions.map((version) => ({
          value: version.id,
          label: <span className="wrap-anywhere">{t("file", version)}</span>,
          hint: version.note,
        }))}
        defaultValue={versions.map((version) => version.id)}
      />
      <CheckboxGroup
        name="reviewerIds"
        {...(missing === "reviewerIds" ? { error: t("missingReviewers") } : {})}
        legend={t("reviewers")}
        hint={`${t("reviewersHint", { lead })} ${t("proposed")}`}
        required
        columns
        options={reviewers.map((reviewer) => ({
          value: reviewer.personId,
          label: (
            <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
              {reviewer.name}
              <Chip {...reviewer.organisation} name={reviewer.organisation.shortName} />
            </span>
          ),
          hint: [
            reviewer.away ? awayText(reviewer.away) : null,
            reviewer.kind === "evaluator" ? t("external") : null,
            reviewer.openFindings > 0 ? t("openFindings", { count: reviewer.openFindings }) : null,
            t("openReviews", { count: reviewer.open }),
          ]
            .filter(Boolean)
            .join(", "),
        }))}
        defaultValue={reviewers.filter(({ proposed }) => proposed).map(({ personId }) => personId)}
      />
      <Field name="note" label={t("note")} hint={t("noteHint")}>
        <Textarea maxLength={2_000} rows={3} />
      </Field>
      <Field name="dueOn" label={t("dueOn")} className="max-w-60">
        <Input type="date" defaultValue={dueOn} min={today} />
      </Field>
    </MutationForm>
  );
}
