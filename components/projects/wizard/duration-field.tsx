"use client";

import { useTranslations } from "@/messages/use-translations";
import type { ReactNode } from "react";
import { Field } from "../../ui/field";
import { Input } from "../../ui/input";
import { isUnfitDuration, mostMonths } from "./duration";

type Props = {
  /** The content of the field, even when it is no duration. */
  text: string;
  onType: (text: string) => void;
  note?: ReactNode;
};

/** The duration of the partnership. A text input, because a number input does not return invalid text. */
export function DurationField({ text, onType, note }: Props) {
  const t = useTranslations("projects.fields");
  return (
    <Field
      name="durationMonths"
      label={t("durationMonths")}
      note={note}
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
