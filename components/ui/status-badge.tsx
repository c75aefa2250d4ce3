import type { ReactNode } from "react";
import { cn } from "./cn";
import { Icon } from "./icon";
import type { IconName } from "./icon-paths";

export type Tone = "neutral" | "active" | "due" | "late" | "approved" | "muted";

const tones: Record<Tone, { style: string; icon: IconName }> = {
  neutral: { style: "border-line text-ink-soft bg-paper-raised", icon: "circle" },
  active: { style: "border-transparent text-accent bg-accent-soft", icon: "half" },
  due: { style: "border-transparent text-due bg-due-soft", icon: "clock" },
  late: { style: "border-transparent text-late bg-late-soft", icon: "alert" },
  approved: { style: "border-transparent text-approved bg-approved-soft", icon: "check" },
  muted: { style: "border-dashed border-line-strong text-ink-soft", icon: "dashed" },
};

type Props = { tone: Tone; icon?: IconName; className?: string; children: ReactNode };

/** A status as text and icon; the colour only repeats them. */
export function StatusBadge({ tone, icon, className, children }: Props) {
  const { style, icon: defaultIcon } = tones[tone];
  return (
    <span
      className={cn(
        "inline-flex items-center gap-1 rounded-sm border px-1.5 py-0.5 text-sm leading-tight font-semibold whitespace-nowrap",
        style,
        className,
      )}
    >
      <Icon name={icon ?? defaultIcon} size={14} />
      {children}
    </span>
  );
}

/** A label: a language, a field, a role. */
export function Tag({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <span
      className={cn(
        "border-line text-ink-soft inline-flex items-center rounded-sm border px-1.5 py-0.5 text-sm leading-tight whitespace-nowrap",
        className,
      )}
    >
      {children}
    </span>
  );
}
