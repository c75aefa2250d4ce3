"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Field } from "../../ui/field";
import { Input } from "../../ui/input";
import { isUnfitDuration, mostMonths } from "./duration";

type Props = {
  /** What stands in the field, also when it is no duration. */
  text: string;
  onType: (text: string) => void;
  hint?: ReactNode;
};

/** How long the partnership lasts. A field of text: one of numbers does not tell what else was typed into it. */
export function DurationField({ text, onType, hint }: Props) {
  const t = useTranslations("projects.fields");
  return (
    <Field
      name="durationMonths"
      label={t("durationMonths")}
      hint={hint}
      error={isUnfitDuration(text) ? t("durationUnfit", { most: mostMonths }) : undefined}
    >
      <Input
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => onType(event.target.value)}
      />
    </Field>
  );
}
