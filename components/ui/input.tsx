"use client";

import { type ComponentProps, useContext } from "react";
import { cn } from "./cn";
import { FieldContext } from "./field-context";

type InputProps = ComponentProps<"input">;

export function Input({ className, ...rest }: InputProps) {
  const field = useContext(FieldContext);
  return (
    <input
      id={field?.id}
      name={field?.name}
      required={field?.required}
      aria-describedby={field?.describedBy}
      aria-invalid={field?.invalid ? true : undefined}
      className={cn("control", className)}
      {...rest}
    />
  );
}
