import { html, type SafeHtml } from "@remix-run/html-template";
import { cn } from "./cn";

export type Hue = number;

export type ChipFace = {
  hue: Hue;
  /** ISO 3166 alpha-2, as stored. */
  country: string;
  name: string;
  href?: string | undefined;
  className?: string | undefined;
};

/** The hue as an attribute: twelve threads, whatever the number. */
export function hueOf(hue: Hue): number {
  return ((Math.trunc(hue) % 12) + 12) % 12;
}

/** An organisation's chip for use inside other markup. */
export function chipMarkup({ hue, country, name, href, className }: ChipFace): SafeHtml {
  const look = cn(
    "inline-flex max-w-full items-baseline gap-1.5 rounded-sm bg-thread-soft py-0.5 ps-1 pe-1.5 text-sm leading-tight text-ink no-underline align-baseline",
    href !== undefined && "hover:underline",
    className,
  );
  const inner = html`<svg
      viewBox="0 0 6 16"
      width="6"
      height="16"
      aria-hidden="true"
      class="text-thread shrink-0 self-center"
    >
      <path d="M3 1v14" stroke="currentColor" stroke-width="4" stroke-linecap="round" /></svg
    ><span class="text-ink-soft font-semibold">${country}</span><span class="truncate font-semibold">${name}</span>`;
  return href === undefined
    ? html`<span data-hue="${hueOf(hue)}" class="${look}">${inner}</span>`
    : html`<a href="${href}" data-hue="${hueOf(hue)}" class="${look}">${inner}</a>`;
}
