import { html, type SafeHtml } from "@remix-run/html-template";
import { cn } from "./cn";
import { type IconName, PATHS } from "./icon-paths";

/** An icon for use inside other markup. */
export function iconMarkup(name: IconName, size = 16, className = ""): SafeHtml {
  return html`<svg
    viewBox="0 0 20 20"
    width="${size}"
    height="${size}"
    fill="none"
    stroke="currentColor"
    stroke-width="${name === "dots" ? 2.6 : 1.6}"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    class="${cn("shrink-0", className)}"
  >
    <path d="${PATHS[name]}" />
  </svg>`;
}
