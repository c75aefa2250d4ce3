import { html, type SafeHtml } from "@remix-run/html-template";
import type { Route } from "next";
import { hueOf } from "../ui/chip-markup";

export type TimelineOutput = {
  id: string;
  /** As written on screen, such as "O4". */
  number: string;
  title: string;
  /** YYYY-MM-DD; an output without a date stands in lists only. */
  due: string | null;
  packageId: string | null;
  organisation: { id: string; shortName: string; country: string; hue: number };
  /** The state in a word. */
  state: string;
  mark: "planned" | "active" | "approved" | "late";
  href?: Route;
};

/** A length of the picture, to one decimal. */
export const number = (value: number) => String(Math.round(value * 10) / 10);

/** What a dot is without its colour: an open ring, a half, a full disc with a tick, a ring with a mark. */
export function dotMarkup(mark: TimelineOutput["mark"], x: number, y: number): SafeHtml {
  const inside = {
    planned: "",
    active: html`<path d="M0-5.5a5.5 5.5 0 0 0 0 11z" class="fill-thread" />`,
    approved: html`<path d="m-3.5 0 2.6 2.8 4.6-5.4" fill="none" class="stroke-paper" stroke-width="2" />`,
    late: html`<circle r="12.5" fill="none" stroke-width="2" class="stroke-late" stroke-dasharray="3 2.5" />
      <path d="M0-4v4.5M0 3.6v.1" class="stroke-late" stroke-width="2.4" stroke-linecap="round" />`,
  }[mark];
  const fill = mark === "approved" ? "fill-thread" : "fill-paper-raised";
  return html`<g transform="translate(${number(x)} ${number(y)})">
    <circle r="8" stroke-width="2.5" class="stroke-thread ${fill}" />
    ${inside}
  </g>`;
}

type Placed = { x: number; output: TimelineOutput };
type Lane = {
  dots: readonly Placed[];
  /** Where the thread begins. */
  from: number;
  y: number;
  /** Of the whole picture. */
  width: number;
  /** Everything about an output in one sentence, for those who do not see the picture. */
  words: (output: TimelineOutput) => string;
};

/** One thread of one organisation, with the outputs it leads. */
export function laneMarkup({ dots, from, y, width, words }: Lane): SafeHtml | "" {
  const first = dots[0];
  const last = dots.at(-1);
  if (!first || !last) return "";
  const { organisation } = first.output;
  const start = Math.min(from, first.x);
  // Before the first dot when the name fits there, else behind the last, else the chip in the list has to do.
  const length = (organisation.shortName.length + 3) * 6.4 + 12;
  const behind = last.x + 24 + last.output.number.length * 8;
  const name =
    first.x - start > length ? { x: start, y: y - 6 } : behind + length < width ? { x: behind, y: y + 5 } : null;
  const said = name
    ? html`<text x="${number(name.x)}" y="${name.y}" font-size="12" class="fill-ink-soft" aria-hidden="true">
        <tspan class="font-semibold">${organisation.country}</tspan> ${organisation.shortName}
      </text>`
    : "";
  const outputs = dots.map(({ output, x }) => {
    const face = html`<title>${words(output)}</title>
      <rect x="${number(x - 16)}" y="${y - 17}" width="32" height="34" fill="transparent" />
      ${dotMarkup(output.mark, x, y)}
      <text
        x="${number(x + (output.mark === "late" ? 18 : 14))}"
        y="${y + 5}"
        font-size="13"
        stroke="var(--paper-sunken)"
        stroke-width="3"
        paint-order="stroke"
        class="fill-ink font-semibold"
      >
        ${output.number}
      </text>`;
    return output.href
      ? html`<a href="${output.href}" aria-label="${words(output)}" class="hover:opacity-80">${face}</a>`
      : html`<g role="img" aria-label="${words(output)}">${face}</g>`;
  });
  return html`<g data-hue="${hueOf(organisation.hue)}">
    <line
      x1="${number(start)}"
      x2="${number(last.x)}"
      y1="${y}"
      y2="${y}"
      stroke-width="2.5"
      stroke-linecap="round"
      class="stroke-thread"
    />
    ${said} ${outputs}
  </g>`;
}
