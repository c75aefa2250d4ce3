import { type ComponentProps, type ReactNode, useId } from "react";
import { cn } from "../ui/cn";
import { FieldError } from "../ui/field-error";
import { Icon } from "../ui/icon";

// Controls of GET forms that work without JavaScript.

type Labelled = { label: ReactNode; hideLabel?: boolean; className?: string };

function Labelling({ label, hideLabel, className, children }: Labelled & { children: ReactNode }) {
  return (
    <label className={cn("grid content-start gap-1", className)}>
      <span className={hideLabel ? "sr-only" : "font-semibold"}>{label}</span>
      {children}
    </label>
  );
}

export type PlainOption = { value: string; label: string };
export type PlainOptions = readonly (PlainOption | { label: string; options: readonly PlainOption[] })[];

type SelectProps = Labelled & { name: string; value: string; options: PlainOptions; empty?: string };

function Option({ value, label }: PlainOption) {
  return <option value={value}>{label}</option>;
}

export function PlainSelect({ name, value, options, empty, ...labelling }: SelectProps) {
  return (
    <Labelling {...labelling}>
      <span className="relative block">
        <select name={name} defaultValue={value} className="control appearance-none pe-9">
          {empty === undefined ? null : <option value="">{empty}</option>}
          {options.map((option) =>
            "options" in option ? (
              <optgroup key={option.label} label={option.label}>
                {option.options.map((inner) => (
                  <Option key={inner.value} {...inner} />
                ))}
              </optgroup>
            ) : (
              <Option key={option.value} {...option} />
            ),
          )}
        </select>
        <Icon
          name="chevron-down"
          className="text-ink-soft pointer-events-none absolute end-2.5 top-1/2 -translate-y-1/2"
        />
      </span>
    </Labelling>
  );
}

type InputProps = Labelled & Omit<ComponentProps<"input">, "className"> & { error?: string | undefined };

export function PlainInput({ label, hideLabel, className, error, ...rest }: InputProps) {
  const id = useId();
  return (
    <div className={cn("grid content-start gap-1", className)}>
      <Labelling label={label} hideLabel={hideLabel ?? false}>
        <input
          className="control"
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={error === undefined ? undefined : id}
          {...rest}
        />
      </Labelling>
      {error === undefined ? null : <FieldError id={id}>{error}</FieldError>}
    </div>
  );
}
