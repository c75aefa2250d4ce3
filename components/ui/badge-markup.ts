import { html, type SafeHtml } from "@remix-run/html-template";
import { cn } from "./cn";
import { iconMarkup } from "./icon-markup";
import type { IconName } from "./icon-paths";

export type Tone = "neutral" | "active" | "due" | "late" | "approved" | "muted";

/** How a state looks beside its word. */
export const badgeTones: Record<Tone, { look: string; icon: IconName }> = {
  neutral: { look: "border-line text-ink-soft bg-paper-raised", icon: "circle" },
  active: { look: "border-transparent text-accent bg-accent-soft", icon: "half" },
  due: { look: "border-transparent text-due bg-due-soft", icon: "clock" },
  late: { look: "border-transparent text-late bg-late-soft", icon: "alert" },
  approved: { look: "border-transparent text-approved bg-approved-soft", icon: "check" },
  muted: { look: "border-dashed border-line-strong text-ink-soft", icon: "dashed" },
};

export const badgeLook =
  "inline-flex items-center gap-1 rounded-sm border px-1.5 py-0.5 text-sm leading-tight font-semibold whitespace-nowrap";

/** A state in a word and an icon, for use inside other markup. */
export function badgeMarkup(tone: Tone, word: string): SafeHtml {
  const { look, icon } = badgeTones[tone];
  return html`<span class="${cn(badgeLook, look)}">${iconMarkup(icon, 14)}${word}</span>`;
}
