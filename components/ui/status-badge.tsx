import type { ReactNode } from "react";
import { badgeLook, badgeTones, type Tone } from "./badge-markup";
import { cn } from "./cn";
import { Icon } from "./icon";
import type { IconName } from "./icon-paths";

export type { Tone };

type Props = { tone: Tone; icon?: IconName; className?: string; children: ReactNode };

/** A state in a word and an icon; the colour only repeats what they say. */
export function StatusBadge({ tone, icon, className, children }: Props) {
  const { look, icon: usual } = badgeTones[tone];
  return (
    <span className={cn(badgeLook, look, className)}>
      <Icon name={icon ?? usual} size={14} />
      {children}
    </span>
  );
}

/** A plain word about something: a language, a field, a role. */
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
