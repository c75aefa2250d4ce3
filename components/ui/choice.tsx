"use client";

import { useTranslations } from "@/messages/use-translations";
import { type ComponentProps, type ReactNode, useContext, useId } from "react";
import { cn } from "./cn";
import { FieldProblemsContext, PostedValuesContext } from "./field-context";
import { Icon } from "./icon";

type BoxProps = Omit<ComponentProps<"input">, "type"> & { label: ReactNode; hint?: ReactNode };

function Box({ type, label, hint, className, ...rest }: BoxProps & { type: "checkbox" | "radio" }) {
  const id = useId();
  return (
    <div className={cn("flex items-start gap-2.5 py-1.5", className)}>
      <input
        id={id}
        type={type}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="mt-0.5 size-4.5 shrink-0"
        {...rest}
      />
      <div className="min-w-0">
        <label htmlFor={id} className="block leading-snug">
          {label}
        </label>
        {hint ? (
          <p id={`${id}-hint`} className="text-ink-soft text-sm">
            {hint}
          </p>
        ) : null}
      </div>
    </div>
  );
}

/** A checkbox; its value is true or false. */
export function Checkbox(props: BoxProps) {
  return <Box type="checkbox" {...props} />;
}

export type ChoiceOption = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

type GroupProps = {
  name: string;
  legend: ReactNode;
  hint?: ReactNode;
  error?: string;
  options: readonly ChoiceOption[];
  required?: boolean;
  columns?: boolean;
  className?: string;
};

function Group({
  name,
  legend,
  hint,
  error,
  required = false,
  columns = false,
  className,
  children,
}: Omit<GroupProps, "options"> & { children: ReactNode }) {
  const t = useTranslations("ui");
  const problems = useContext(FieldProblemsContext);
  const id = useId();
  const sentence = problems[name] ?? error;
  const describedBy = [hint ? `${id}-hint` : null, sentence ? `${id}-error` : null].filter(Boolean).join(" ");
  return (
    <fieldset
      className={cn("grid min-w-0 content-start gap-1", className)}
      data-field={name}
      aria-describedby={describedBy || undefined}
      aria-invalid={sentence ? true : undefined}
    >
      <legend className="mb-1 font-semibold">
        {legend}
        {required ? null : <span className="text-ink-faint ms-1.5 text-sm font-normal">{t("optional")}</span>}
      </legend>
      {hint ? (
        <p id={`${id}-hint`} className="text-ink-soft max-w-prose text-sm">
          {hint}
        </p>
      ) : null}
      <div className={cn("grid gap-x-6", columns && "sm:grid-cols-2")}>{children}</div>
      {sentence ? (
        <p id={`${id}-error`} className="text-late flex items-start gap-1.5 text-sm font-semibold">
          <Icon name="alert" className="mt-0.5" />
          <span>{sentence}</span>
        </p>
      ) : null}
    </fieldset>
  );
}

/** A group of checkboxes; its value is an array, empty when nothing is selected. */
export function CheckboxGroup({
  options,
  defaultValue = [],
  ...group
}: GroupProps & { defaultValue?: readonly string[] }) {
  const chosen = useContext(PostedValuesContext)?.[group.name] ?? defaultValue;
  return (
    <Group {...group}>
      {options.map((option) => (
        <Box
          key={option.value}
          type="checkbox"
          name={group.name}
          value={option.value}
          label={option.label}
          hint={option.hint}
          disabled={option.disabled}
          defaultChecked={chosen.includes(option.value)}
          data-group=""
        />
      ))}
    </Group>
  );
}

/** A group of radio buttons; its value is that of the selected one. */
export function RadioGroup({ options, defaultValue, ...group }: GroupProps & { defaultValue?: string }) {
  const posted = useContext(PostedValuesContext);
  // A posted form that was refused has no value where the option without one was selected.
  const chosen = posted ? (posted[group.name] ?? "") : defaultValue;
  return (
    <Group {...group}>
      {options.map((option) => (
        <Box
          key={option.value}
          type="radio"
          name={group.name}
          value={option.value}
          label={option.label}
          hint={option.hint}
          disabled={option.disabled}
          required={group.required}
          defaultChecked={option.value === chosen}
        />
      ))}
    </Group>
  );
}
