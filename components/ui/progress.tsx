import { cn } from "./cn";

type Props = { value: number; max: number; label: string; text?: string; className?: string };

/** A native progress bar with its percentage. */
export function Progress({ value, max, label, text, className }: Props) {
  return (
    <span className={cn("flex min-w-0 items-center gap-2", className)}>
      <progress
        value={value}
        max={max}
        aria-label={label}
        className="bg-line [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent [&::-moz-progress-bar]:bg-accent h-1.5 min-w-16 flex-1 appearance-none overflow-hidden rounded-full border-0 [&::-webkit-progress-bar]:rounded-full [&::-webkit-progress-value]:rounded-full"
      />
      {text ? <span className="tabular text-ink-soft shrink-0 text-sm">{text}</span> : null}
    </span>
  );
}
