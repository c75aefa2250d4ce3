import type { ReactNode } from "react";
import { cn } from "./cn";
import { Icon } from "./icon";
import type { IconName } from "./icon-paths";

export type Tone = "neutral" | "active" | "due" | "changes" | "late" | "approved" | "muted";

const icons: Record<Tone, IconName> = {
  neutral: "circle",
  active: "half",
  due: "clock",
  changes: "undo",
  late: "alert",
  approved: "check",
  muted: "dashed",
};

type Props = { tone: Tone; icon?: IconName; className?: string; children: ReactNode };

/** A status as text and icon; the colour only repeats them. */
export function StatusBadge({ tone, icon, className, children }: Props) {
  return (
    <span className={cn("tag badge", `badge-${tone}`, className)}>
      <Icon name={icon ?? icons[tone]} size={14} />
      {children}
    </span>
  );
}

/** A label: a language, a field, a role. */
export function Tag({ className, children }: { className?: string; children: ReactNode }) {
  return <span className={cn("tag", className)}>{children}</span>;
}
