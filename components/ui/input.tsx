"use client";

import { type ComponentProps, useContext } from "react";
import { cn } from "./cn";
import { FieldContext, usePostedValue } from "./field-context";

type InputProps = ComponentProps<"input">;

export function Input({ className, ...rest }: InputProps) {
  const field = useContext(FieldContext);
  const posted = usePostedValue(rest.value === undefined ? field?.name : undefined);
  return (
    <input
      dir="auto"
      id={field?.id}
      name={field?.name}
      required={field?.required}
      aria-describedby={field?.describedBy}
      aria-invalid={field?.invalid ? true : undefined}
      className={cn("control", className)}
      {...rest}
      {...posted}
    />
  );
}
