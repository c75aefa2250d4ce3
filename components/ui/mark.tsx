import { cn } from "./cn";
import { rem } from "./rem";

const threads = ["stroke-thread-6", "stroke-thread-1", "stroke-thread-8", "stroke-thread-3", "stroke-thread-5"];

/** The logo: five threads meeting in a knot. `size`: in pixels at the default text size. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg
      viewBox="0 0 32 32"
      width={rem(size)}
      height={rem(size)}
      fill="none"
      strokeWidth="2.9"
      strokeLinecap="round"
      aria-hidden="true"
      className="shrink-0"
    >
      {threads.map((thread, index) => (
        <path
          key={thread}
          className={thread}
          transform={`rotate(${String(index * 72 - 90)} 16 16)`}
          d="M30 16C25.5 16 22 14.2 20.6 11.6A6.3 6.3 0 0 0 11 12.2"
        />
      ))}
    </svg>
  );
}

/** The logo with the name next to it; `compact` leaves the name out on phones. */
export function Wordmark({ compact = false }: { compact?: boolean }) {
  return (
    <span className="inline-flex items-center gap-2">
      <Mark />
      <span
        className={cn(
          "text-ink font-serif text-xl leading-none font-semibold tracking-tight",
          compact && "max-sm:hidden",
        )}
      >
        Consorta
      </span>
    </span>
  );
}
