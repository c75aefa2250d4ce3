import { type ReactNode, useId } from "react";
import { cn } from "../ui/cn";
import { sectionLook } from "./section-markup";

type Props = {
  title: ReactNode;
  description?: ReactNode;
  action?: ReactNode;
  id?: string;
  className?: string;
  children: ReactNode;
};

/** A part of a page under its own heading. */
export function Section({ title, description, action, id, className, children }: Props) {
  const own = useId();
  const heading = `${id ?? own}-heading`;
  return (
    <section id={id} aria-labelledby={heading} className={cn(sectionLook.whole, className)}>
      <div className={sectionLook.head}>
        <div className={sectionLook.words}>
          <h2 id={heading} className={sectionLook.title}>
            {title}
          </h2>
          {description ? <p className="text-ink-soft max-w-prose">{description}</p> : null}
        </div>
        {action}
      </div>
      <div className={sectionLook.content}>{children}</div>
    </section>
  );
}
