"use client";

import { type ComponentProps, useContext } from "react";
import { cn } from "./cn";
import { FieldContext, usePostedValue } from "./field-context";
import { Icon } from "./icon";

export type SelectOption = { value: string; label: string; disabled?: boolean };

type Props = Omit<ComponentProps<"select">, "children"> & {
  options: readonly (SelectOption | { label: string; options: readonly SelectOption[] })[];
  /** The label of the empty option. */
  placeholder?: string;
};

function Choice({ value, label, disabled }: SelectOption) {
  return (
    <option value={value} disabled={disabled}>
      {label}
    </option>
  );
}

export function Select({ className, options, placeholder, ...rest }: Props) {
  const field = useContext(FieldContext);
  const posted = usePostedValue(rest.value === undefined ? field?.name : undefined);
  return (
    <span className="relative block">
      <select
        id={field?.id}
        name={field?.name}
        required={field?.required}
        aria-describedby={field?.describedBy}
        aria-invalid={field?.invalid ? true : undefined}
        className={cn("control appearance-none pe-9", className)}
        {...rest}
        {...posted}
      >
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {options.map((option) =>
          "options" in option ? (
            <optgroup key={option.label} label={option.label}>
              {option.options.map((inner) => (
                <Choice key={inner.value} {...inner} />
              ))}
            </optgroup>
          ) : (
            <Choice key={option.value} {...option} />
          ),
        )}
      </select>
      <Icon
        name="chevron-down"
        className="text-ink-soft pointer-events-none absolute end-2.5 top-1/2 -translate-y-1/2"
      />
    </span>
  );
}
