/** @jsxImportSource hono/jsx */

import { hueOf } from "../ui/hue";
import { safeHref } from "./safe-href";
import type { TimelineOutput } from "./timeline-data";

/** A length in the picture, to one decimal. */
export const round = (value: number) => Math.round(value * 10) / 10;

/**
 * The status as a shape, for people who cannot distinguish the colours: ring, half disc, disc with a tick, ring with a
 * mark.
 */
export function Dot({ mark, x, y }: { mark: TimelineOutput["mark"]; x: number; y: number }) {
  return (
    <g transform={`translate(${round(x)} ${round(y)})`}>
      <circle
        r="8"
        stroke-width="2.5"
        class={`stroke-thread ${mark === "approved" ? "fill-thread" : "fill-paper-raised"}`}
      />
      {mark === "active" ? <path d="M0-5.5a5.5 5.5 0 0 0 0 11z" class="fill-thread" /> : null}
      {mark === "approved" ? (
        <path d="m-3.5 0 2.6 2.8 4.6-5.4" fill="none" class="stroke-paper" stroke-width="2" />
      ) : null}
      {mark === "late" ? (
        <>
          <circle r="12.5" fill="none" stroke-width="2" class="stroke-late" stroke-dasharray="3 2.5" />
          <path d="M0-4v4.5M0 3.6v.1" class="stroke-late" stroke-width="2.4" stroke-linecap="round" />
        </>
      ) : null}
    </g>
  );
}

type PlacedOutput = { x: number; output: TimelineOutput };

type LaneProps = {
  dots: readonly PlacedOutput[];
  /** Start of the line. */
  from: number;
  y: number;
  /** Width of the whole picture. */
  width: number;
  /** All facts about an output in one sentence, for screen readers and the tooltip. */
  describe: (output: TimelineOutput) => string;
};

/** The name's position: before the first dot when it fits, else after the last one, else none. */
function namePosition({ dots, from, y, width }: LaneProps, first: PlacedOutput, last: PlacedOutput) {
  const length = (first.output.organisation.shortName.length + 3) * 6.4 + 12;
  const after = last.x + 24 + last.output.number.length * 8;
  const start = Math.min(from, dots[0]?.x ?? from);
  if (first.x - start > length) return { x: start, y: y - 6 };
  return after + length < width ? { x: after, y: y + 5 } : null;
}

function OutputDot({ x, y, output, text }: PlacedOutput & { y: number; text: string }) {
  const content = (
    <>
      <title>{text}</title>
      <rect x={round(x - 16)} y={y - 17} width="32" height="34" fill="transparent" />
      <Dot mark={output.mark} x={x} y={y} />
      <text
        x={round(x + (output.mark === "late" ? 18 : 14))}
        y={y + 5}
        font-size="13"
        stroke="var(--paper-sunken)"
        stroke-width="3"
        paint-order="stroke"
        class="fill-ink font-semibold"
      >
        {output.number}
      </text>
    </>
  );
  return output.href ? (
    <a href={safeHref(output.href)} aria-label={text} class="hover:opacity-80">
      {content}
    </a>
  ) : (
    <g role="img" aria-label={text}>
      {content}
    </g>
  );
}

/** One line of one organisation, with the outputs it leads. */
export function Lane(props: LaneProps) {
  const { dots, from, y, describe } = props;
  const first = dots[0];
  const last = dots.at(-1);
  if (!first || !last) return null;
  const { organisation } = first.output;
  const name = namePosition(props, first, last);
  return (
    <g data-hue={hueOf(organisation.hue)}>
      <line
        x1={round(Math.min(from, first.x))}
        x2={round(last.x)}
        y1={y}
        y2={y}
        stroke-width="2.5"
        stroke-linecap="round"
        class="stroke-thread"
      />
      {name ? (
        <text x={round(name.x)} y={name.y} font-size="12" class="fill-ink-soft" aria-hidden="true">
          <tspan class="font-semibold">{organisation.country}</tspan> {organisation.shortName}
        </text>
      ) : null}
      {dots.map((dot) => (
        <OutputDot {...dot} y={y} text={describe(dot.output)} />
      ))}
    </g>
  );
}
