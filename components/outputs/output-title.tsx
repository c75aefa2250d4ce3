"use client";

import { useTranslations } from "@/messages/use-translations";
import { useState } from "react";
import { outputCodeIn } from "@/domain/outputs";
import { Field } from "../ui/field";
import { Input } from "../ui/input";

/** Sets the value of a field as if it was typed, so that it is kept as unsaved text. */
function type(input: HTMLInputElement, value: string): void {
  input.value = value;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

/**
 * The title of an output. A number typed into it ("O1 European set") goes to the field of the number, because every
 * page shows the number before the title.
 */
export function OutputTitle({ defaultValue }: { defaultValue: string | undefined }) {
  const t = useTranslations("outputs.form");
  const [removed, setRemoved] = useState<string | null>(null);
  const tidy = (title: HTMLInputElement) => {
    const found = outputCodeIn(title.value);
    const number = title.form?.elements.namedItem("number");
    if (!found || !(number instanceof HTMLInputElement)) return;
    if (number.value === "") type(number, String(found.number));
    if (Number(number.value) !== found.number) return;
    type(title, found.rest);
    setRemoved(found.code);
  };
  return (
    <Field name="title" label={t("title")} required>
      <Input maxLength={300} defaultValue={defaultValue} onBlur={(event) => tidy(event.currentTarget)} />
      {removed ? (
        <p role="status" className="text-ink-soft text-sm">
          {t("codeRemoved", { code: removed })}
        </p>
      ) : null}
    </Field>
  );
}
