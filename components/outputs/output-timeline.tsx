import { html } from "@remix-run/html-template";
import { calendarWords, getTranslations } from "@/messages/words";
import { cn } from "../ui/cn";
import { Drawing } from "../ui/drawing";
import { dotMarkup, laneMarkup, number, type TimelineOutput } from "./timeline-lane";
import { dayOf, lanesOf, monthsAround } from "./timeline-layout";

export type { TimelineOutput } from "./timeline-lane";

export type TimelinePackage = { id: string; number: string; title: string; start: string; end: string };

export type TimelinePlan = {
  packages: readonly TimelinePackage[];
  outputs: readonly TimelineOutput[];
  /** YYYY-MM-DD. */
  today: string;
  /** What a kind of dot stands for; where it says nothing, the state of the first output with such a dot does. */
  markWords?: Partial<Record<TimelineOutput["mark"], string>>;
  className?: string;
};

const WIDTH = 860;
// Room for half a dot before the first day, and for a number behind the last.
const BEFORE = 14;
const BEHIND = 46;
const HEAD = 34;
const LANE = 38;
const BAND_HEAD = 28;
const GAP = 12;

/** How many outputs stand in each state: "3 planned, 1 in review". */
function statesOf(outputs: readonly TimelineOutput[]): string {
  const counts = new Map<string, number>();
  for (const { state } of outputs) counts.set(state, (counts.get(state) ?? 0) + 1);
  return [...counts].map(([state, count]) => `${String(count)} ${state}`).join(", ");
}

/**
 * Work packages as bands, outputs as dots on the threads of those who lead them, today as a line. Where the plan is
 * wider than the window it opens on today, or on the end that is nearer to it. A plan without any date is told in words.
 */
export function OutputTimeline(props: TimelinePlan) {
  return <Drawing name="timeline" input={props} draw={drawTimeline} />;
}

/** The markup of a plan. */
export async function drawTimeline({ packages, outputs, today, markWords = {}, className }: TimelinePlan) {
  const t = await getTranslations("ui.timeline");
  const dated = outputs.filter((output) => output.due !== null);
  if (dated.length === 0 && packages.length === 0) {
    const look = "border-line bg-paper-raised text-ink-soft rounded-md border px-4 py-3";
    return html`<p class="${cn(look, className)}">${statesOf(outputs)}</p>`;
  }
  const dates = [...packages.flatMap(({ start, end }) => [start, end]), ...dated.map(({ due }) => due ?? today)];
  const { span, months } = monthsAround(dates);
  const x = (date: string) => BEFORE + ((dayOf(date) - span.from) / (span.to - span.from)) * (WIDTH - BEFORE - BEHIND);

  const words = ({ number: name, title, state, due, organisation }: TimelineOutput) =>
    `${name} ${title}. ${state}. ${t("due", { date: calendarWords(due ?? today, "day") })}. ${organisation.country} ${organisation.shortName}`;

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
  // One word per kind of dot, taken from the outputs themselves.
  const legend = [...new Map(dated.map(({ mark, state }) => [mark, markWords[mark] ?? state] as const).reverse())];
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
  // Only where the picture is wider than its frame, and so as narrow as it gets, does this place it.
  const opensAt = `calc(0.75rem + ${number((100 * Math.min(Math.max(todayX, 0), WIDTH)) / WIDTH)} * 0.46rem)`;

  const scale = months.map((month, index) => {
    const left = x(`${month}-01`);
    const shown = index % every === 0;
    const newYear = month.endsWith("-01") || index === 0;
    const line = html`<line
      x1="${number(left)}"
      x2="${number(left)}"
      y1="${shown ? 20 : 26}"
      y2="${shown ? height - GAP : 30}"
      class="stroke-line"
    />`;
    if (!shown) return line;
    const look = newYear ? "fill-ink-soft font-semibold" : "fill-ink-faint";
    const word = calendarWords(`${month}-01`, newYear ? "shortMonthOfYear" : "shortMonth");
    return html`${line}<text x="${number(left + 4)}" y="18" class="${look}">${word}</text>`;
  });

  const bandMarkup = ({ band, top, height: tall, lanes }: (typeof rows)[number]) => {
    const from = band.start === null ? 0 : x(band.start);
    const to = band.end === null ? WIDTH : x(band.end);
    // A title that begins near the right edge reads leftward, from where its band ends.
    const fromRight = from > WIDTH * 0.62;
    return html`<rect
        x="${number(from)}"
        y="${top}"
        width="${number(Math.max(to - from, 6))}"
        height="${tall}"
        rx="6"
        class="fill-paper-sunken stroke-line"
        stroke-dasharray="${band.start === null ? "3 3" : "none"}"
      />
      <text
        x="${number(fromRight ? to - 10 : from + 10)}"
        y="${top + 18}"
        font-size="14"
        text-anchor="${fromRight ? "end" : "start"}"
        stroke="${fromRight ? "var(--paper-raised)" : "var(--paper-sunken)"}"
        stroke-width="4"
        paint-order="stroke"
        class="fill-ink-soft"
      >
        <tspan class="fill-ink font-semibold">${band.number}</tspan> ${band.title}
      </text>
      ${lanes.map(({ dots }, index) =>
        laneMarkup({ dots, from: from + 10, y: top + BAND_HEAD + index * LANE + LANE / 2 - 2, width: WIDTH, words }),
      )}`;
  };

  const todayMarkup = showsToday
    ? html`<g aria-hidden="true">
        <line
          x1="${number(todayX)}"
          x2="${number(todayX)}"
          y1="24"
          y2="${height - GAP + 4}"
          class="stroke-due"
          stroke-width="2"
        />
        <text
          x="${number(Math.min(Math.max(todayX, 22), WIDTH - 22))}"
          y="18"
          text-anchor="middle"
          font-size="13"
          stroke="var(--paper-raised)"
          stroke-width="6"
          paint-order="stroke"
          class="fill-due font-semibold"
        >
          ${t("today")}
        </text>
      </g>`
    : "";

  const description = t("description", {
    outputs: outputs.length,
    packages: packages.length,
    start: calendarWords(`${months[0] ?? today.slice(0, 7)}-01`, "month"),
    end: calendarWords(`${months.at(-1) ?? today.slice(0, 7)}-01`, "month"),
  });
  return html`<figure
    role="group"
    aria-labelledby="timeline-title"
    tabindex="0"
    class="${cn("border-line bg-paper-raised relative overflow-x-auto rounded-md border px-3 py-2", className)}"
  >
    <span aria-hidden="true" class="opens-here absolute top-0 size-px" style="left: ${opensAt}"></span>
    <svg
      viewBox="0 0 ${WIDTH} ${height}"
      role="group"
      aria-labelledby="timeline-title timeline-text"
      class="h-auto w-full min-w-[46rem]"
    >
      <title id="timeline-title">${t("title")}</title>
      <desc id="timeline-text">${description}</desc>
      <g aria-hidden="true" font-size="13">${scale}</g>
      ${rows.map(bandMarkup)} ${todayMarkup}
    </svg>
    ${
      legend.length > 0
        ? html`<figcaption data-hue="11" class="text-ink-soft flex flex-wrap gap-x-5 gap-y-1 px-1 pb-1 text-sm">
            ${legend.map(
              ([mark, state]) =>
                html`<span class="inline-flex items-center gap-1.5"
                  ><svg viewBox="-14 -14 28 28" width="24" height="24" aria-hidden="true">${dotMarkup(mark, 0, 0)}</svg
                  >${state}</span
                >`,
            )}
          </figcaption>`
        : outputs.length > 0
          ? html`<figcaption class="text-ink-soft px-1 text-sm">${statesOf(outputs)}</figcaption>`
          : ""
    }
  </figure>`;
}
