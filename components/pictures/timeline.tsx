/** @jsxImportSource hono/jsx */

import type { HtmlEscapedString } from "hono/utils/html";
import { formatCalendarDate, type Reader } from "@/messages/formatters";
import { translatorFor, type Translator } from "@/messages/translators";
import { cn } from "../ui/cn";
import type { TimelineData, TimelineOutput } from "./timeline-data";
import { Dot, Lane, round } from "./timeline-lane";
import {
  bandsOf,
  type Band,
  type Connector,
  connectorsOf,
  fitTitle,
  HEAD,
  laneMiddle,
  layoutOf,
  namedMonths,
  type TimelineLayout,
  WIDTH,
} from "./timeline-layout";

/** Number of outputs in each status: "3 planned, 1 in review". */
function countStates(outputs: readonly TimelineOutput[]): string {
  const counts = new Map<string, number>();
  for (const { state } of outputs) counts.set(state, (counts.get(state) ?? 0) + 1);
  return [...counts].map(([state, count]) => `${String(count)} ${state}`).join(", ");
}

/** Month names along the top; with more than a year only every third or sixth is shown. */
function Scale({ layout, locale, today }: { layout: TimelineLayout; locale: string; today: string }) {
  const { months, x, bottom } = layout;
  const every = months.length > 30 ? 6 : months.length > 14 ? 3 : 1;
  const isNewYear = (month: string, first: boolean) => first || month.endsWith("-01");
  const names = namedMonths(
    layout,
    (month, first) =>
      formatCalendarDate(locale, `${month}-01`, isNewYear(month, first) ? "shortMonthOfYear" : "shortMonth"),
    today,
  );
  const nameOf = new Map(names.map(({ month, name }) => [month, name]));
  return (
    <g aria-hidden="true" font-size="13">
      {months.map((month, index) => {
        const left = x(`${month}-01`);
        const named = index % every === 0;
        const newYear = isNewYear(month, index === 0);
        const name = nameOf.get(month);
        return (
          <>
            <line
              x1={round(left)}
              x2={round(left)}
              y1={named ? 20 : 26}
              y2={named ? bottom : HEAD - 4}
              class="stroke-line"
            />
            {name ? (
              <text x={round(left + 4)} y="18" class={newYear ? "fill-ink-soft font-semibold" : "fill-ink-faint"}>
                {name}
              </text>
            ) : null}
          </>
        );
      })}
    </g>
  );
}

function BandPicture({ band, x, describe }: { band: Band; x: TimelineLayout["x"]; describe: DescribeOutput }) {
  const { top, height, lanes } = band;
  const from = band.start === null ? 0 : x(band.start);
  const to = band.end === null ? WIDTH : x(band.end);
  // The title stays in its band, which names it in full when one points at it.
  const title = fitTitle(`${band.number} ${band.title}`, Math.max(to - from, 6) - 20).slice(band.number.length);
  return (
    <>
      <rect
        x={round(from)}
        y={top}
        width={round(Math.max(to - from, 6))}
        height={height}
        rx="6"
        class="fill-paper-sunken stroke-line"
        stroke-dasharray={band.start === null ? "3 3" : "none"}
      />
      <text
        x={round(from + 10)}
        y={top + 18}
        font-size="14"
        stroke="var(--paper-sunken)"
        stroke-width="4"
        paint-order="stroke"
        class="fill-ink-soft"
      >
        <title>{`${band.number} ${band.title}`}</title>
        <tspan class="fill-ink font-semibold">{band.number}</tspan>
        {title}
      </text>
      {lanes.map(({ dots }, index) => (
        <Lane dots={dots} from={from + 10} y={laneMiddle(band, index)} width={WIDTH} describe={describe} />
      ))}
    </>
  );
}

/** The line and the head of a dependency; the words are in the description of its output. */
function Dependency({ points, down, holds }: Connector) {
  const [x = 0, y = 0] = points.at(-1) ?? [];
  const back = down ? -5 : 5;
  const path = points.map(([left, top], index) => `${index === 0 ? "M" : "L"}${round(left)} ${round(top)}`).join("");
  return (
    <g aria-hidden="true" class={holds ? "stroke-ink-faint" : "stroke-late"} fill="none" stroke-width="1.5">
      <path d={path} stroke-linejoin="round" stroke-dasharray={holds ? "none" : "5 3"} />
      <path d={`M${round(x - 4)} ${round(y + back)}L${round(x)} ${round(y)}L${round(x + 4)} ${round(y + back)}`} />
    </g>
  );
}

function Today({ x, bottom, label }: { x: number; bottom: number; label: string }) {
  return (
    <g aria-hidden="true">
      <line x1={round(x)} x2={round(x)} y1="24" y2={bottom + 4} class="stroke-due" stroke-width="2" />
      <text
        x={round(Math.min(Math.max(x, 22), WIDTH - 22))}
        y="18"
        text-anchor="middle"
        font-size="13"
        stroke="var(--paper-raised)"
        stroke-width="6"
        paint-order="stroke"
        class="fill-due font-semibold"
      >
        {label}
      </text>
    </g>
  );
}

/** One entry per kind of dot and of dependency. */
function Legend({
  outputs,
  connectors,
  t,
  legend = {},
}: Pick<TimelineData, "outputs" | "legend"> & { connectors: readonly Connector[]; t: Translator }) {
  const entries = new Map(outputs.map(({ mark, state }) => [mark, legend[mark] ?? state] as const).reverse());
  return (
    <figcaption data-hue="11" class="text-ink-soft flex flex-wrap gap-x-5 gap-y-1 px-4 pb-1 text-sm">
      {[...entries].map(([mark, state]) => (
        <span class="inline-flex items-center gap-1.5">
          <svg viewBox="-14 -14 28 28" width="24" height="24" aria-hidden="true">
            <Dot mark={mark} x={0} y={0} />
          </svg>
          {state}
        </span>
      ))}
      {[true, false]
        .filter((holds) => connectors.some((connector) => connector.holds === holds))
        .map((holds) => (
          <span class="inline-flex items-center gap-1.5">
            <svg viewBox="-14 -14 28 28" width="24" height="24" aria-hidden="true">
              <Dependency
                points={[
                  [-9, -10],
                  [-9, 0],
                  [5, 0],
                  [5, 10],
                ]}
                down
                holds={holds}
              />
            </svg>
            {t(holds ? "startsAfter" : "cannotHold")}
          </span>
        ))}
    </figcaption>
  );
}

type DescribeOutput = (output: TimelineOutput) => string;

function describeWith(t: Translator, { outputs, today }: TimelineData, locale: string): DescribeOutput {
  const numbers = new Map(outputs.map(({ id, number }) => [id, number]));
  const codes = (after: NonNullable<TimelineOutput["after"]>) => after.map(({ id }) => numbers.get(id)).join(", ");
  return ({ number, title, state, due, organisation, after = [] }) => {
    const broken = after.filter(({ holds }) => !holds);
    return [
      `${number} ${title}. ${state}. ${t("due", { date: formatCalendarDate(locale, due ?? today, "day") })}. ${organisation.country} ${organisation.shortName}`,
      ...(after.length > 0 ? [t("after", { codes: codes(after) })] : []),
      ...(broken.length > 0 ? [t("broken", { codes: codes(broken) })] : []),
    ].join(". ");
  };
}

/**
 * Work packages as bands, outputs as dots on a line per leading organisation, today as a vertical line. When the
 * picture is wider than the window, it opens scrolled to today. A plan without any date is summarised in text.
 */
export async function drawTimeline(data: TimelineData, { locale, ...reader }: Reader): Promise<HtmlEscapedString> {
  const { packages, outputs, starts, today, legend, className } = data;
  const t = await translatorFor({ locale, ...reader }, "ui.timeline");
  const dated = outputs.filter((output) => output.due !== null);
  if (dated.length === 0 && packages.length === 0) {
    const box = "border-line bg-paper-raised text-ink-soft rounded-md border px-4 py-3";
    return <p class={cn(box, className)}>{countStates(outputs)}</p>;
  }
  const layout = layoutOf(bandsOf(packages, dated, t("noPackage")), dated, today, starts);
  const { months, x, todayX, height } = layout;
  const describe = describeWith(t, data, locale);
  const connectors = connectorsOf(layout.bands);
  // The picture is never narrower than 46 rem; when it overflows, this is the position of today in it.
  const opensAt = `calc(0.75rem + ${String(round((100 * Math.min(Math.max(x(today), 0), WIDTH)) / WIDTH))} * 0.46rem)`;
  return (
    <figure class={cn("border-line bg-paper-raised rounded-md border py-2", className)}>
      <div role="group" aria-labelledby="timeline-title" tabindex={0} class="relative overflow-x-auto px-3">
        <span aria-hidden="true" class="opens-here absolute top-0 size-px" style={`left: ${opensAt}`} />
        <svg
          viewBox={`0 0 ${WIDTH} ${height}`}
          role="group"
          aria-labelledby="timeline-title timeline-text"
          class="h-auto w-full min-w-[46rem]"
        >
          <title id="timeline-title">{t("title")}</title>
          <desc id="timeline-text">
            {t("description", {
              outputs: outputs.length,
              packages: packages.length,
              start: formatCalendarDate(locale, `${months[0] ?? today.slice(0, 7)}-01`, "month"),
              end: formatCalendarDate(locale, `${months.at(-1) ?? today.slice(0, 7)}-01`, "month"),
            })}
          </desc>
          <Scale layout={layout} locale={locale} today={t("today")} />
          {layout.bands.map((band) => (
            <BandPicture band={band} x={x} describe={describe} />
          ))}
          {connectors.map((connector) => (
            <Dependency {...connector} />
          ))}
          {todayX === null ? null : <Today x={todayX} bottom={layout.bottom} label={t("today")} />}
        </svg>
      </div>
      {dated.length > 0 ? (
        <Legend outputs={dated} connectors={connectors} t={t} {...(legend ? { legend } : {})} />
      ) : outputs.length > 0 ? (
        <figcaption class="text-ink-soft px-4 text-sm">{countStates(outputs)}</figcaption>
      ) : null}
    </figure>
  );
}
