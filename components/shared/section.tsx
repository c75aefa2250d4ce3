import { type ReactNode, useId } from "react";
import { cn } from "../ui/cn";

type Props = {
  title: ReactNode;
  description?: ReactNode;
  action?: ReactNode;
  id?: string;
  className?: string;
  children: ReactNode;
};

/** A section of a page with a heading. */
export function Section({ title, description, action, id, className, children }: Props) {
  const own = useId();
  const heading = `${id ?? own}-heading`;
  return (
    <section id={id} aria-labelledby={heading} className={cn("mb-10 grid gap-4", className)}>
      <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <div className="grid gap-0.5">
          <h2 id={heading} className="font-serif text-xl font-semibold">
            {title}
          </h2>
          {description ? <p className="text-ink-soft max-w-prose">{description}</p> : null}
        </div>
        {action}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
