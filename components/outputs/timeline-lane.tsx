import type { Route } from "next";
import Link from "next/link";
import { hueOf } from "../ui/chip";
import { cn } from "../ui/cn";

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
export function Dot({ mark, x, y }: { mark: TimelineOutput["mark"]; x: number; y: number }) {
  const at = `translate(${number(x)} ${number(y)})`;
  return (
    <g transform={at}>
      <circle
        r="8"
        strokeWidth="2.5"
        className={cn("stroke-thread", mark === "approved" ? "fill-thread" : "fill-paper-raised")}
      />
      {mark === "active" ? <path d="M0-5.5a5.5 5.5 0 0 0 0 11z" className="fill-thread" /> : null}
      {mark === "approved" ? (
        <path d="m-3.5 0 2.6 2.8 4.6-5.4" fill="none" className="stroke-paper" strokeWidth="2" />
      ) : null}
      {mark === "late" ? (
        <>
          <circle r="12.5" fill="none" strokeWidth="2" className="stroke-late" strokeDasharray="3 2.5" />
          <path d="M0-4v4.5M0 3.6v.1" className="stroke-late" strokeWidth="2.4" strokeLinecap="round" />
        </>
      ) : null}
    </g>
  );
}

type Placed = { x: number; output: TimelineOutput };
type LaneProps = {
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
export function TimelineLane({ dots, from, y, width, words }: LaneProps) {
  const first = dots[0];
  const last = dots.at(-1);
  if (!first || !last) return null;
  const { organisation } = first.output;
  const start = Math.min(from, first.x);
  // Before the first dot when the name fits there, else behind the last, else the chip in the list has to do.
  const length = (organisation.shortName.length + 3) * 6.4 + 12;
  const behind = last.x + 24 + last.output.number.length * 8;
  const name =
    first.x - start > length ? { x: start, y: y - 6 } : behind + length < width ? { x: behind, y: y + 5 } : null;
  return (
    <g data-hue={hueOf(organisation.hue)}>
      <line
        x1={number(start)}
        x2={number(last.x)}
        y1={y}
        y2={y}
        strokeWidth="2.5"
        strokeLinecap="round"
        className="stroke-thread"
      />
      {name ? (
        <text x={number(name.x)} y={name.y} fontSize="12" className="fill-ink-soft" aria-hidden="true">
          <tspan className="font-semibold">{organisation.country}</tspan> {organisation.shortName}
        </text>
      ) : null}
      {dots.map(({ output, x }) => {
        const face = (
          <>
            <title>{words(output)}</title>
            <rect x={number(x - 16)} y={y - 17} width="32" height="34" fill="transparent" />
            <Dot mark={output.mark} x={x} y={y} />
            <text
              x={number(x + (output.mark === "late" ? 18 : 14))}
              y={y + 5}
              fontSize="13"
              stroke="var(--paper-sunken)"
              strokeWidth="3"
              paintOrder="stroke"
              className="fill-ink font-semibold"
            >
              {output.number}
            </text>
          </>
        );
        return output.href ? (
          <Link
            key={output.id}
            href={output.href}
            prefetch={false}
            aria-label={words(output)}
            className="hover:opacity-80"
          >
            {face}
          </Link>
        ) : (
          <g key={output.id} role="img" aria-label={words(output)}>
            {face}
          </g>
        );
      })}
    </g>
  );
}
