import { html, type SafeHtml } from "@remix-run/html-template";
import { cn } from "./cn";
import { type IconName, PATHS } from "./icon-paths";

/** An icon for use inside other markup. */
export function iconMarkup(name: IconName, size = 16, className = ""): SafeHtml {
  return html`<svg
    viewBox="0 0 20 20"
    width="${size}"
    height="${size}"
    aria-hidden="true"
    class="${cn("icon", name === "dots" && "icon-bold", className)}"
  >
    <path d="${PATHS[name]}" />
  </svg>`;
}
