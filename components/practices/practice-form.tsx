"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { v7 as uuid } from "uuid";
import { fields } from "@/domain/programme/vocabulary";
import type { DraftPractice } from "@/domain/schemas/practices";
import { useTranslations } from "@/messages/use-translations";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select, type SelectOption } from "../ui/select";

type Props = {
  slug: string;
  projectId: string;
  languages: readonly SelectOption[];
  defaultField: string;
  /** The published outputs that the description can start from. */
  outputs: readonly SelectOption[];
  outputId: string;
};

/** Starts the draft of a practice: a title, and where it comes from. The rest is written on the next page. */
export function PracticeForm({ slug, projectId, languages, defaultField, outputs, outputId }: Props) {
  const t = useTranslations("practices.form");
  const fieldNames = useTranslations("programme.fields");
  const router = useRouter();
  const [id] = useState(() => uuid());
  return (
    <MutationForm
      draft={`practice new ${projectId}`}
      submit={t("create")}
      mutate={(values) => trpc.practices.draft.mutate({ ...values, id, projectId } as DraftPractice)}
      onDone={() => router.replace(`/projects/${slug}/practices/${id}/edit` as Route)}
    >
      <Field name="title" label={t("title")} hint={t("titleHint")} required>
        <Input maxLength={200} />
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name="field" label={t("field")} required>
          <Select options={fields.map((value) => ({ value, label: fieldNames(value) }))} defaultValue={defaultField} />
        </Field>
        <Field name="language" label={t("language")} required>
          <Select options={languages} defaultValue="en" />
        </Field>
      </div>
      {outputs.length > 0 ? (
        <Field name="outputId" label={t("output")} hint={t("outputHint")}>
          <Select options={outputs} placeholder={t("noOutput")} defaultValue={outputId} />
        </Field>
      ) : null}
    </MutationForm>
  );
}
