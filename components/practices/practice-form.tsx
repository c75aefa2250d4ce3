"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "@/messages/use-translations";
import { useState } from "react";
import { v7 as uuid } from "uuid";
import { licenceKey, licences } from "@/domain/licences";
import { practiceParts } from "@/domain/practices";
import { fields } from "@/domain/programme/vocabulary";
import type { DraftPractice, UpdatePractice } from "@/domain/schemas/practices";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { EditForm } from "../shared/edit-form";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { Textarea } from "../ui/textarea";

const names = ["title", ...practiceParts, "targetGroup", "field", "language", "licence"] as const;
type Texts = Record<(typeof names)[number], string>;

type Props = {
  slug: string;
  projectId: string;
  languages: readonly { value: string; label: string }[];
  practice?: Texts & { id: string; revision: number };
  defaultField?: string;
};

/** Edits a practice, part by part; after a concurrent edit both texts are shown to choose from. */
export function PracticeForm({ slug, projectId, languages, practice, defaultField }: Props) {
  const t = useTranslations("practices.form");
  const fieldNames = useTranslations("programme.fields");
  const licenceNames = useTranslations("practices.licences");
  const router = useRouter();
  const refresh = useRefresh();
  const [id] = useState(() => practice?.id ?? uuid());
  const leave = () => {
    router.replace(`/projects/${slug}/practices/${id}` as Route);
    refresh();
  };
  const licenceName = (value: string) => licenceNames(licenceKey(value));
  const textOf = (name: keyof Texts, texts: Texts): string => {
    const text = texts[name];
    if (name === "field") return fieldNames(text);
    if (name === "licence") return licenceName(text);
    if (name === "language") return languages.find(({ value }) => value === text)?.label ?? text;
    return text;
  };
  const inputs = (texts: Partial<Texts>) => (
    <>
      <Field name="title" label={t("title")} hint={t("titleHint")} required>
        <Input maxLength={200} defaultValue={texts.title} />
      </Field>
      {practiceParts.map((part) => (
        <Field key={part} name={part} label={t(part)} hint={t(`${part}Hint`)}>
          <Textarea rows={5} maxLength={8_000} defaultValue={texts[part]} />
        </Field>
      ))}
      <Field name="targetGroup" label={t("targetGroup")}>
        <Input maxLength={300} defaultValue={texts.targetGroup} />
      </Field>
      <div className="grid gap-5 sm:grid-cols-3">
        <Field name="field" label={t("field")} required>
          <Select
            defaultValue={texts.field ?? defaultField}
            options={fields.map((value) => ({ value, label: fieldNames(value) }))}
          />
        </Field>
        <Field name="language" label={t("language")} required>
          <Select
            defaultValue={texts.language ?? "en"}
            options={languages}
            placeholder={texts.language === "" ? t("chooseLanguage") : undefined}
          />
        </Field>
        <Field name="licence" label={t("licence")} required>
          <Select
            defaultValue={texts.licence ?? licences[0]}
            options={licences.map((value) => ({ value, label: licenceName(value) }))}
          />
        </Field>
      </div>
    </>
  );
  if (!practice) {
    return (
      <MutationForm
        draft={`practice new ${projectId}`}
        submit={t("create")}
        mutate={(values) => trpc.practices.draft.mutate({ ...values, id, projectId } as DraftPractice)}
        onDone={leave}
      >
        {inputs({})}
      </MutationForm>
    );
  }
  return (
    <EditForm
      draft={`practice ${id}`}
      opened={practice}
      names={names}
      read={(input) => input as Texts}
      changed="practice.changed"
      save={(texts, revision) => trpc.practices.update.mutate({ ...texts, practiceId: id, revision } as UpdatePractice)}
      onDone={leave}
      label={(name) => t(name)}
      textOf={textOf}
      submit={t("save")}
    >
      {inputs}
    </EditForm>
  );
}
