import type { ReactNode } from "react";

/** A form, closed below a summary where the page already shows another form first. */
export function Folded({ summary, children }: { summary: string | null; children: ReactNode }) {
  if (summary === null) return children;
  return (
    <details>
      <summary className="link w-fit">{summary}</summary>
      <div className="pt-4">{children}</div>
    </details>
  );
}
