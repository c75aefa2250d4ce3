import { cn } from "./cn";

const THREADS = ["stroke-thread-6", "stroke-thread-1", "stroke-thread-8", "stroke-thread-3", "stroke-thread-5"];

/** Five threads meeting in a knot. */
export function Mark({ size = 28, className }: { size?: number; className?: string }) {
  return (
    <svg
      viewBox="0 0 32 32"
      width={size}
      height={size}
      fill="none"
      strokeWidth="2.9"
      strokeLinecap="round"
      aria-hidden="true"
      className={cn("shrink-0", className)}
    >
      {THREADS.map((hue, turn) => (
        <path
          key={hue}
          className={hue}
          transform={`rotate(${String(turn * 72 - 90)} 16 16)`}
          d="M30 16C25.5 16 22 14.2 20.6 11.6A6.3 6.3 0 0 0 11 12.2"
        />
      ))}
    </svg>
  );
}

export function Wordmark({ size = 28, className }: { size?: number; className?: string }) {
  return (
    <span className={cn("inline-flex items-center gap-2", className)}>
      <Mark size={size} />
      <span className="text-ink font-serif text-xl leading-none font-semibold tracking-tight">Consorta</span>
    </span>
  );
}
