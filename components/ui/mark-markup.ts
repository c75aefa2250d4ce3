import { html, type SafeHtml } from "@remix-run/html-template";

const threads = ["stroke-thread-6", "stroke-thread-1", "stroke-thread-8", "stroke-thread-3", "stroke-thread-5"];

/** Five threads meeting in a knot. */
export function markMarkup(size = 28): SafeHtml {
  return html`<svg
    viewBox="0 0 32 32"
    width="${size}"
    height="${size}"
    fill="none"
    stroke-width="2.9"
    stroke-linecap="round"
    aria-hidden="true"
    class="shrink-0"
  >
    ${threads.map(
      (hue, turn) =>
        html`<path
          class="${hue}"
          transform="rotate(${turn * 72 - 90} 16 16)"
          d="M30 16C25.5 16 22 14.2 20.6 11.6A6.3 6.3 0 0 0 11 12.2"
        />`,
    )}
  </svg>`;
}

export function wordmarkMarkup(): SafeHtml {
  return html`<span class="inline-flex items-center gap-2"
    >${markMarkup()}<span class="text-ink font-serif text-xl leading-none font-semibold tracking-tight"
      >Consorta</span
    ></span
  >`;
}
