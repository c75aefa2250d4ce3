import type { ReactNode } from "react";
import { Icon } from "./icon";

/** What is wrong with the content of a control, which refers to it by id (aria-describedby). */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="text-late flex items-start gap-1.5 text-sm font-semibold">
      <Icon name="alert" className="mt-0.5" />
      <span>{children}</span>
    </p>
  );
}
