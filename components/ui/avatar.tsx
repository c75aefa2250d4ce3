import { cn } from "./cn";

/** First letters of the first and the last name, by character rather than by byte. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const first = Array.from(words[0] ?? "")[0] ?? "";
  const last = words.length > 1 ? (Array.from(words.at(-1) ?? "")[0] ?? "") : "";
  return `${first}${last}`.toLocaleUpperCase();
}

/** Initials beside a name which is written out; decoration for those who look. */
export function Avatar({
  name,
  size = "normal",
  className,
}: {
  name: string;
  size?: "normal" | "small";
  className?: string;
}) {
  return (
    <span
      aria-hidden="true"
      className={cn(
        "border-line bg-paper-sunken text-ink-soft inline-flex shrink-0 items-center justify-center rounded-full border font-semibold select-none",
        size === "small" ? "size-6 text-[0.625rem]" : "size-8 text-sm",
        className,
      )}
    >
      {initials(name)}
    </span>
  );
}
