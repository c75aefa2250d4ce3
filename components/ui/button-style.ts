export type ButtonKind = "primary" | "plain" | "quiet" | "danger";
export type ButtonSize = "normal" | "small";

const KINDS: Record<ButtonKind, string> = {
  primary: "border-transparent bg-accent text-accent-ink hover:bg-accent-hover",
  plain: "border-line-strong bg-paper-raised text-ink hover:border-ink-soft hover:bg-paper-sunken",
  quiet: "border-transparent bg-transparent text-accent hover:bg-accent-soft hover:text-accent-hover",
  danger: "border-late bg-paper-raised text-late hover:bg-late hover:text-late-ink",
};

const SIZES: Record<ButtonSize, string> = {
  normal: "min-h-10 px-4 py-1.5",
  small: "min-h-8 px-2.5 py-1 text-sm",
};

/** Shared style of buttons and of links that look like one. */
export function buttonStyle(kind: ButtonKind = "plain", size: ButtonSize = "normal"): string {
  return `inline-flex items-center justify-center gap-2 rounded-md border font-semibold leading-snug transition-colors duration-100 no-underline text-center disabled:opacity-55 aria-disabled:opacity-55 focus-visible:rounded-md ${KINDS[kind]} ${SIZES[size]}`;
}
