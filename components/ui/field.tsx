"use client";

import { useTranslations } from "@/messages/use-translations";
import { type ReactNode, useContext, useId } from "react";
import { cn } from "./cn";
import { FieldContext, FieldProblemsContext } from "./field-context";
import { FieldError } from "./field-error";

type Props = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** A remark on the value, below the control, so that controls in one row stay in line. */
  note?: ReactNode;
  /** A message that does not come from the form, for example about the address. */
  error?: string;
  required?: boolean;
  hideLabel?: boolean;
  className?: string;
  children: ReactNode;
};

/**
 * Label, hint, error and control. The control inside (Input, Textarea, Select) gets its id and state from the field.
 */
export function Field({
  name,
  label,
  hint,
  note,
  error,
  required = false,
  hideLabel = false,
  className,
  children,
}: Props) {
  const t = useTranslations("ui");
  const problems = useContext(FieldProblemsContext);
  const id = useId();
  const sentence = problems[name] ?? error;
  const describedBy = [hint && `${id}-hint`, note && `${id}-note`, sentence && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className={cn("grid content-start gap-1", className)} data-field={name}>
      <label htmlFor={id} className={cn("font-semibold", hideLabel && "sr-only")}>
        {label}
        {required ? null : <span className="text-ink-faint ms-1.5 text-sm font-normal">{t("optional")}</span>}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-ink-soft max-w-prose text-sm">
          {hint}
        </p>
      ) : null}
      <FieldContext value={{ id, name, required, describedBy: describedBy || undefined, invalid: Boolean(sentence) }}>
        {children}
      </FieldContext>
      {note ? (
        <p id={`${id}-note`} className="text-sm">
          {note}
        </p>
      ) : null}
      {sentence ? <FieldError id={`${id}-error`}>{sentence}</FieldError> : null}
    </div>
  );
}
