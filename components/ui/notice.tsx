import type { ReactNode } from "react";
import { cn } from "./cn";
import { Icon } from "./icon";
import type { IconName } from "./icon-paths";

export type NoticeTone = "info" | "due" | "late" | "approved";

const TONES: Record<NoticeTone, { look: string; icon: IconName }> = {
  info: { look: "border-accent bg-accent-soft [&>svg]:text-accent", icon: "info" },
  due: { look: "border-due bg-due-soft [&>svg]:text-due", icon: "clock" },
  late: { look: "border-late bg-late-soft [&>svg]:text-late", icon: "alert" },
  approved: { look: "border-approved bg-approved-soft [&>svg]:text-approved", icon: "check" },
};

type Props = {
  tone?: NoticeTone;
  title?: ReactNode;
  action?: ReactNode;
  /** An alert, read at once by screen readers, for results of mutations. */
  live?: boolean;
  className?: string;
  children?: ReactNode;
};

export function Notice({ tone = "info", title, action, live = false, className, children }: Props) {
  const { look, icon } = TONES[tone];
  return (
    <div
      role={live ? (tone === "late" ? "alert" : "status") : undefined}
      className={cn("flex flex-wrap items-start gap-x-3 gap-y-2 rounded-md border-s-4 px-4 py-3", look, className)}
    >
      <Icon name={icon} size={20} className="mt-px" />
      <div className="grid min-w-0 flex-1 basis-52 gap-1">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children ? <div>{children}</div> : null}
      </div>
      {action ? <div className="shrink-0 max-sm:ms-8">{action}</div> : null}
    </div>
  );
}
