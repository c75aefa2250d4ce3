import type { Route } from "next";
import { type DateTimeFormatOptions, useFormatter, useTranslations } from "next-intl";
import { useId } from "react";
import { hueOf } from "../ui/chip";
import { cn } from "../ui/cn";
import { dayOf, lanesOf, monthsAround } from "./timeline-layout";

export type TimelinePackage = { id: string; number: string; title: string; start: string; end: string };

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

type Props = {
  packages: readonly TimelinePackage[];
  outputs: readonly TimelineOutput[];
  /** YYYY-MM-DD. */
  today: string;
  className?: string;
};

const WIDTH = 860;
const HEAD = 34;
const LANE = 38;
const BAND_HEAD = 28;
const GAP = 12;

const number = (value: number) => String(Math.round(value * 10) / 10);

/** What a dot is without its colour: an open ring, a half, a full disc with a tick, a ring with a mark. */
function Dot({ mark, x, y }: { mark: TimelineOutput["mark"]; x: number; y: number }) {
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

/** Work packages as bands, outputs as dots on the threads of those who lead them, today as a line. */
export function OutputTimeline({ packages, outputs, today, className }: Props) {
  const t = useTranslations("ui.timeline");
  const format = useFormatter();
  const id = useId();
  const dated = outputs.filter((output) => output.due !== null);
  const dates = [...packages.flatMap(({ start, end }) => [start, end]), ...dated.map(({ due }) => due ?? today)];
  const { span, months } = monthsAround(dates.length > 0 ? dates : [today]);
  const x = (date: string) => ((dayOf(date) - span.from) / (span.to - span.from)) * WIDTH;
  const say = (date: string, options: DateTimeFormatOptions) =>
    format.dateTime(new Date(`${date}T00:00:00Z`), { timeZone: "UTC", ...options });
  const day = (date: string) => say(date, { day: "numeric", month: "short", year: "numeric" });

  const known = new Set(packages.map((one) => one.id));
  const loose = dated.filter(({ packageId }) => packageId === null || !known.has(packageId));
  const bands = [
    ...packages.map((one) => ({ ...one, outputs: dated.filter(({ packageId }) => packageId === one.id) })),
    ...(loose.length > 0
      ? [{ id: "none", number: "", title: t("noPackage"), start: null, end: null, outputs: loose }]
      : []),
  ];
  const rows: { band: (typeof bands)[number]; top: number; height: number; lanes: ReturnType<typeof laneRows> }[] = [];
  const laneRows = (band: (typeof bands)[number]) =>
    lanesOf(
      band.outputs.map((output) => ({ output, organisation: output.organisation.id, x: x(output.due ?? today) })),
      46,
    );
  let bottom = HEAD;
  for (const band of bands) {
    const lanes = laneRows(band);
    const height = BAND_HEAD + Math.max(lanes.length, 0) * LANE + (lanes.length > 0 ? 4 : 2);
    rows.push({ band, top: bottom, height, lanes });
    bottom += height + GAP;
  }
  const height = bottom;
  // With two years and more, every third month is enough to read the scale.
  const every = months.length > 30 ? 6 : months.length > 14 ? 3 : 1;
  const showsToday = dayOf(today) >= span.from && dayOf(today) <= span.to;
  const todayX = x(today);

  return (
    <figure
      role="group"
      aria-labelledby={`${id}-title`}
      tabIndex={0}
      className={cn("border-line bg-paper-raised relative overflow-x-auto rounded-md border px-3 py-2", className)}
    >
      <svg
        viewBox={`0 0 ${String(WIDTH)} ${String(height)}`}
        role="group"
        aria-labelledby={`${id}-title ${id}-text`}
        className="h-auto w-full min-w-[46rem]"
      >
        <title id={`${id}-title`}>{t("title")}</title>
        <desc id={`${id}-text`}>
          {t("description", {
            outputs: outputs.length,
            packages: packages.length,
            start: say(`${months[0] ?? today.slice(0, 7)}-01`, { month: "long", year: "numeric" }),
            end: say(`${months.at(-1) ?? today.slice(0, 7)}-01`, { month: "long", year: "numeric" }),
          })}
        </desc>
        <g aria-hidden="true" fontSize="13">
          {months.map((month, index) => {
            const left = x(`${month}-01`);
            const shown = index % every === 0;
            const newYear = month.endsWith("-01") || index === 0;
            return (
              <g key={month}>
                <line
                  x1={number(left)}
                  x2={number(left)}
                  y1={shown ? 20 : 26}
                  y2={shown ? height - GAP : 30}
                  className="stroke-line"
                />
                {shown ? (
                  <text
                    x={number(left + 4)}
                    y="18"
                    className={newYear ? "fill-ink-soft font-semibold" : "fill-ink-faint"}
                  >
                    {say(`${month}-01`, newYear ? { month: "short", year: "numeric" } : { month: "short" })}
                  </text>
                ) : null}
              </g>
            );
          })}
        </g>
        {rows.map(({ band, top, height: tall, lanes }) => {
          const from = band.start === null ? 0 : x(band.start);
          const to = band.end === null ? WIDTH : x(band.end);
          // A title that begins near the right edge reads leftward, from where its band ends.
          const fromRight = from > WIDTH * 0.62;
          return (
            <g key={band.id}>
              <rect
                x={number(from)}
                y={top}
                width={number(Math.max(to - from, 6))}
                height={tall}
                rx="6"
                className="fill-paper-sunken stroke-line"
                strokeDasharray={band.start === null ? "3 3" : undefined}
              />
              <text
                x={number(fromRight ? to - 10 : from + 10)}
                y={top + 18}
                fontSize="14"
                textAnchor={fromRight ? "end" : "start"}
                stroke="var(--paper-sunken)"
                strokeWidth="3"
                paintOrder="stroke"
                className="fill-ink-soft"
              >
                <tspan className="fill-ink font-semibold">{band.number}</tspan> {band.title}
              </text>
              {lanes.map((lane, index) => {
                const y = top + BAND_HEAD + index * LANE + LANE / 2 - 2;
                const first = lane.dots[0];
                const last = lane.dots.at(-1);
                if (!first || !last) return null;
                const { organisation } = first.output;
                const start = Math.min(from + 10, first.x);
                return (
                  <g key={`${lane.organisation}-${String(index)}`} data-hue={hueOf(organisation.hue)}>
                    <line
                      x1={number(start)}
                      x2={number(last.x)}
                      y1={y}
                      y2={y}
                      strokeWidth="2.5"
                      strokeLinecap="round"
                      className="stroke-thread"
                    />
                    {first.x - start > 60 ? (
                      <text x={number(start)} y={y - 6} fontSize="12" className="fill-ink-soft" aria-hidden="true">
                        <tspan className="font-semibold">{organisation.country}</tspan> {organisation.shortName}
                      </text>
                    ) : null}
                    {lane.dots.map(({ output, x: at }) => {
                      const words = `${output.number} ${output.title}. ${output.state}. ${t("due", { date: day(output.due ?? today) })}. ${organisation.country} ${organisation.shortName}`;
                      const nearEdge = at > WIDTH - 40;
                      const face = (
                        <>
                          <title>{words}</title>
                          <rect x={number(at - 16)} y={y - 17} width="32" height="34" fill="transparent" />
                          <Dot mark={output.mark} x={at} y={y} />
                          <text
                            x={number(nearEdge ? at - 15 : at + 15)}
                            y={y + 5}
                            fontSize="13"
                            textAnchor={nearEdge ? "end" : "start"}
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
                        <a key={output.id} href={output.href} aria-label={words} className="hover:opacity-80">
                          {face}
                        </a>
                      ) : (
                        <g key={output.id} role="img" aria-label={words}>
                          {face}
                        </g>
                      );
                    })}
                  </g>
                );
              })}
            </g>
          );
        })}
        {showsToday ? (
          <g aria-hidden="true">
            <line
              x1={number(todayX)}
              x2={number(todayX)}
              y1="24"
              y2={height - GAP + 4}
              className="stroke-due"
              strokeWidth="2"
            />
            <text
              x={number(Math.min(Math.max(todayX, 22), WIDTH - 22))}
              y="18"
              textAnchor="middle"
              fontSize="13"
              stroke="var(--paper-raised)"
              strokeWidth="6"
              paintOrder="stroke"
              className="fill-due font-semibold"
            >
              {t("today")}
            </text>
          </g>
        ) : null}
      </svg>
    </figure>
  );
}
