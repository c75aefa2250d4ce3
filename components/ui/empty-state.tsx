import type { ReactNode } from "react";
import { cn } from "./cn";

type Props = { title: string; children?: ReactNode; action?: ReactNode; className?: string };

/** Says why a list is empty, with the action that fills it. */
export function EmptyState({ title, children, action, className }: Props) {
  return (
    <div
      className={cn(
        "border-line-strong grid justify-items-start gap-2 rounded-md border border-dashed px-5 py-7",
        className,
      )}
    >
      <svg viewBox="0 0 96 20" width="96" height="20" fill="none" aria-hidden="true" className="text-line-strong mb-1">
        <path
          d="M2 4c22 0 26 6 46 6s24-6 46-6M2 16c22 0 26-6 46-6s24 6 46 6"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeDasharray="1 5"
          strokeLinecap="round"
        />
      </svg>
      <p className="font-serif text-lg font-semibold">{title}</p>
      {children ? <div className="text-ink-soft max-w-prose">{children}</div> : null}
      {action ? <div className="mt-2 flex flex-wrap gap-2">{action}</div> : null}
    </div>
  );
}
