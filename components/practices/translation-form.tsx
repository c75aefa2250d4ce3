"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { v7 as uuid } from "uuid";
import { translationOrigins } from "@/domain/practice-translations";
import type { TranslatePractice } from "@/domain/schemas/practices";
import { useTranslations } from "@/messages/use-translations";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { Checkbox, RadioGroup } from "../ui/choice";
import { Field } from "../ui/field";
import { Textarea } from "../ui/textarea";

type Part = { path: string; original: string; text: string; outdated: boolean };

type Props = {
  practiceId: string;
  /** The page of the practice. */
  path: string;
  /** The names of both languages, for the reader. */
  names: { original: string; language: string };
  translation: { language: string; originalLanguage: string; origin: string; revision: number; parts: readonly Part[] };
};

// Names of fields with dots become objects, and paths have dots.
const fieldOf = (path: string, kind: "text" | "right") => `${kind}-${path.replaceAll(".", "-")}`;

/** A text beside its translation; one whose original changed is marked until it is changed or confirmed. */
function PartFields({ part, props }: { part: Part; props: Props }) {
  const t = useTranslations("practices.translate");
  const [kind = "", row = "", name = ""] = part.path.split(".");
  const label =
    name === "" ? t(`parts.${kind}${row ? `_${row}` : ""}`) : t(`rows.${kind}_${name}`, { row: Number(row) + 1 });
  return (
    <div className="border-line grid gap-x-8 gap-y-2 border-t pt-4 md:grid-cols-2">
      <div>
        <p className="font-semibold">
          {label} <span className="text-ink-soft text-sm font-normal">{props.names.original}</span>
        </p>
        <p lang={props.translation.originalLanguage} dir="auto" className="mt-1 wrap-anywhere whitespace-pre-line">
          {part.original}
        </p>
      </div>
      <div className="grid content-start gap-2">
        <Field
          name={fieldOf(part.path, "text")}
          label={`${label} (${props.names.language})`}
          note={part.outdated ? <span className="text-late font-semibold">{t("outdated")}</span> : undefined}
        >
          <Textarea
            lang={props.translation.language}
            rows={part.original.length > 120 ? 4 : 2}
            maxLength={8_000}
            defaultValue={part.text}
            className="min-h-0"
          />
        </Field>
        {part.outdated ? <Checkbox name={fieldOf(part.path, "right")} label={t("stillRight")} /> : null}
      </div>
    </div>
  );
}

/** Translates the texts of a practice, side by side with the original. */
export function TranslationForm(props: Props) {
  const { practiceId, path, translation } = props;
  const t = useTranslations("practices.translate");
  const router = useRouter();
  const refresh = useRefresh();
  const [id] = useState(() => uuid());
  const { language, revision, parts } = translation;
  return (
    <MutationForm
      draft={`translation ${practiceId} ${language}`}
      submit={t("save")}
      mutate={(values) => {
        const texts = parts.map(({ path: of }) => [of, values[fieldOf(of, "text")] ?? ""] as const);
        const confirmed = parts
          .filter(({ path: of }) => values[fieldOf(of, "right")] === true)
          .map((part) => part.path);
        return trpc.practices.translate.mutate({
          ...{ id, practiceId, language, revision, confirmed, origin: values["origin"] },
          texts: Object.fromEntries(texts),
        } as TranslatePractice);
      }}
      onDone={() => {
        router.push(path as Route);
        refresh();
      }}
    >
      <RadioGroup
        name="origin"
        legend={t("origin")}
        required
        options={translationOrigins.map((value) => ({ value, label: t(`origins.${value}`) }))}
        defaultValue={translation.origin}
      />
      {parts.map((part) => (
        <PartFields key={part.path} part={part} props={props} />
      ))}
    </MutationForm>
  );
}
