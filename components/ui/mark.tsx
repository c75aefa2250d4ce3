import { cn } from "./cn";

/** Five threads meeting in a knot. */
export function Mark({ size = 28, className }: { size?: number; className?: string }) {
  return (
    <svg
      viewBox="0 0 32 32"
      width={size}
      height={size}
      fill="none"
      aria-hidden="true"
      className={cn("shrink-0", className)}
    >
      <g strokeWidth="2.6" strokeLinecap="round">
        <path d="M16 16C16 11 16 7 16 2.5" className="stroke-thread-6" />
        <path d="M16 16c4.500-2 8-2.600 12.800-4.200" className="stroke-thread-1" />
        <path d="M16 16c2 4.500 4.500 7.500 7.900 10.900" className="stroke-thread-8" />
        <path d="M16 16c-2 4.500-4.500 7.500-7.900 10.900" className="stroke-thread-3" />
        <path d="M16 16C11.500 14 8 13.400 3.200 11.800" className="stroke-thread-5" />
      </g>
      <circle cx="16" cy="16" r="4.600" className="fill-paper stroke-ink" strokeWidth="2.600" />
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
