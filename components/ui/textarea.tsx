"use client";

import { type ComponentProps, useContext } from "react";
import { cn } from "./cn";
import { FieldContext, usePostedValue } from "./field-context";

export function Textarea({ className, rows = 4, ...rest }: ComponentProps<"textarea">) {
  const field = useContext(FieldContext);
  const posted = usePostedValue(rest.value === undefined ? field?.name : undefined);
  return (
    <textarea
      dir="auto"
      id={field?.id}
      name={field?.name}
      required={field?.required}
      rows={rows}
      aria-describedby={field?.describedBy}
      aria-invalid={field?.invalid ? true : undefined}
      className={cn("control field-sizing-content max-h-[60vh] min-h-24", className)}
      {...rest}
      {...posted}
    />
  );
}
