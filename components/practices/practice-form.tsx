"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { v7 as uuid } from "uuid";
import { licences, practiceParts } from "@/domain/practices";
import { fields } from "@/domain/programme/vocabulary";
import type { DraftPractice, UpdatePractice } from "@/domain/schemas/practices";
import { trpc } from "../providers/trpc-client";
import { ActForm } from "../shared/act-form";
import { BothTexts, type Side } from "../shared/both-texts";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { Textarea } from "../ui/textarea";

type Texts = {
  title: string;
  need: string;
  done: string;
  changed: string;
  takes: string;
  targetGroup: string;
  field: string;
  language: string;
  licence: string;
};
type Kept = Texts & { id: string; revision: number };

type Props = {
  slug: string;
  projectId: string;
  languages: readonly { value: string; label: string }[];
  practice?: Kept;
  defaultField?: string;
};

const textNames = ["title", ...practiceParts, "targetGroup"] as const;

const isKept = (value: unknown): value is Kept => typeof value === "object" && value !== null && "revision" in value;

/** Describes a practice, part by part; what somebody else saved meanwhile is shown beside one's own. */
export function PracticeForm({ slug, projectId, languages, practice, defaultField }: Props) {
  const t = useTranslations("practices.form");
  const fieldNames = useTranslations("programme.fields");
  const licenceNames = useTranslations("practices.licences");
  const router = useRouter();
  const [id] = useState(() => practice?.id ?? uuid());
  const [kept, setKept] = useState({
    revision: practice?.revision ?? 0,
    texts: practice as Partial<Texts> | undefined,
  });
  const [conflict, setConflict] = useState<{ theirs: Kept; mine: Texts } | null>(null);
  const [typed, setTyped] = useState<Texts | null>(null);
  const { revision, texts } = kept;
  const decide = (choice: Readonly<Record<string, Side>>) => {
    if (!conflict) return;
    const { mine, theirs } = conflict;
    const chosen = textNames.map((name) => [name, (choice[name] === "theirs" ? theirs : mine)[name]]);
    setKept({ revision: theirs.revision, texts: { ...mine, ...(Object.fromEntries(chosen) as Partial<Texts>) } });
    setConflict(null);
  };
  return (
    <div className="grid gap-6">
      {conflict ? (
        <BothTexts
          texts={textNames.map((key) => ({
            key,
            label: t(key),
            mine: conflict.mine[key],
            theirs: conflict.theirs[key],
          }))}
          onDecide={decide}
        />
      ) : null}
      <ActForm
        // What was chosen of both texts is what the form now begins with.
        key={revision}
        submit={practice ? t("save") : t("create")}
        act={async (values) => {
          setTyped(values as Texts);
          if (practice) {
            await trpc.practices.update.mutate({ ...values, practiceId: id, revision } as UpdatePractice);
          } else {
            await trpc.practices.draft.mutate({ ...values, id, projectId } as DraftPractice);
          }
        }}
        onProblem={(problem) => {
          if (problem.code === "practice.changed" && isKept(problem.current)) {
            setConflict({ theirs: problem.current, mine: typed ?? problem.current });
          }
        }}
        onDone={() => {
          router.replace(`/projects/${slug}/practices/${id}` as Route);
          router.refresh();
        }}
      >
        <Field name="title" label={t("title")} hint={t("titleHint")} required>
          <Input maxLength={200} defaultValue={texts?.title} />
        </Field>
        {practiceParts.map((part) => (
          <Field key={part} name={part} label={t(part)} hint={t(`${part}Hint`)}>
            <Textarea rows={5} maxLength={8_000} defaultValue={texts?.[part]} />
          </Field>
        ))}
        <Field name="targetGroup" label={t("targetGroup")}>
          <Input maxLength={300} defaultValue={texts?.targetGroup} />
        </Field>
        <div className="grid gap-5 sm:grid-cols-3">
          <Field name="field" label={t("field")} required>
            <Select
              defaultValue={texts?.field ?? defaultField}
              options={fields.map((value) => ({ value, label: fieldNames(value) }))}
            />
          </Field>
          <Field name="language" label={t("language")} required>
            <Select defaultValue={texts?.language ?? "en"} options={languages} />
          </Field>
          <Field name="licence" label={t("licence")} required>
            <Select
              defaultValue={texts?.licence ?? licences[0]}
              options={licences.map((value) => ({ value, label: licenceNames(value.replaceAll(".", "_")) }))}
            />
          </Field>
        </div>
      </ActForm>
    </div>
  );
}
