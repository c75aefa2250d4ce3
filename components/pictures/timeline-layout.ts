import type { TimelineOutput, TimelinePackage } from "./timeline-data";

// Lengths are in units of the picture's viewBox.
export const WIDTH = 860;
export const HEAD = 34;
export const LANE = 38;
export const BAND_HEAD = 28;
/** Margin for half a dot before the first day, and for a label after the last. */
const START_MARGIN = 14;
const END_MARGIN = 46;
const GAP = 12;
/** Dots of one organisation that are closer than this are drawn on separate lines. */
const DOT_DISTANCE = 46;

/** The days since 1970 of a calendar date, YYYY-MM-DD. */
export function dayOf(date: string): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
}

export type Span = { from: number; to: number };

/** Whole months around all dates that have to be shown. */
export function monthsAround(dates: readonly string[]): { span: Span; months: string[] } {
  const sorted = [...dates].sort();
  const first = (sorted[0] ?? "2000-01-01").slice(0, 7);
  const last = (sorted.at(-1) ?? "2000-12-01").slice(0, 7);
  const months: string[] = [];
  let [year, month] = first.split("-").map(Number) as [number, number];
  const format = () => `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
  while (format() <= last && months.length < 240) {
    months.push(format());
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return { span: { from: dayOf(`${months[0] ?? first}-01`), to: dayOf(`${format()}-01`) }, months };
}

type LaneDot = { x: number; organisation: string };
type DotLane<D extends LaneDot> = { organisation: string; dots: D[] };

/** One line per organisation; a second one when two dots would overlap. */
export function lanesOf<D extends LaneDot>(dots: readonly D[], distance: number): DotLane<D>[] {
  const lanes: DotLane<D>[] = [];
  for (const dot of [...dots].sort((a, b) => a.x - b.x)) {
    const free = lanes.find(
      ({ organisation, dots: placed }) =>
        organisation === dot.organisation && dot.x - (placed.at(-1)?.x ?? -Infinity) >= distance,
    );
    if (free) free.dots.push(dot);
    else lanes.push({ organisation: dot.organisation, dots: [dot] });
  }
  return lanes;
}

type PlannedBand = {
  number: string;
  title: string;
  /** Null for outputs without a work package. */
  start: string | null;
  end: string | null;
  outputs: readonly TimelineOutput[];
};

/** One band per work package, and a last one for outputs without a work package. */
export function bandsOf(
  packages: readonly TimelinePackage[],
  dated: readonly TimelineOutput[],
  noPackage: string,
): PlannedBand[] {
  const known = new Set(packages.map(({ id }) => id));
  const loose = dated.filter(({ packageId }) => packageId === null || !known.has(packageId));
  return [
    ...packages.map((one) => ({ ...one, outputs: dated.filter(({ packageId }) => packageId === one.id) })),
    ...(loose.length > 0 ? [{ number: "", title: noPackage, start: null, end: null, outputs: loose }] : []),
  ];
}

/** Widths of letters in the fonts of the picture, in units of the picture; wide enough for capitals. */
const LETTER = { scale: 7.5, title: 7.2 };

/** The months whose names are shown, every first, third or sixth, without the ones that the word "today" would cover. */
export function namedMonths(
  { months, x, todayX }: Pick<TimelineLayout, "months" | "x" | "todayX">,
  nameOf: (month: string, first: boolean) => string,
  today: string,
): { month: string; name: string }[] {
  const every = months.length > 30 ? 6 : months.length > 14 ? 3 : 1;
  const half = (today.length * LETTER.scale) / 2 + 4;
  const middle = todayX === null ? null : Math.min(Math.max(todayX, 22), WIDTH - 22);
  return months.flatMap((month, index) => {
    if (index % every !== 0) return [];
    const name = nameOf(month, index === 0);
    const left = x(`${month}-01`) + 4;
    const covered = middle !== null && middle + half > left && middle - half < left + name.length * LETTER.scale;
    return covered ? [] : [{ month, name }];
  });
}

/** A title shortened to a width, with "…" where letters are left out. */
export function fitTitle(title: string, width: number): string {
  const most = Math.floor(width / LETTER.title);
  const letters = Array.from(title);
  return letters.length <= most
    ? title
    : `${letters
        .slice(0, Math.max(0, most - 1))
        .join("")
        .trimEnd()}…`;
}

export type Band = PlannedBand & {
  top: number;
  height: number;
  lanes: { dots: { x: number; output: TimelineOutput }[] }[];
};

export type TimelineLayout = {
  months: string[];
  /** The horizontal position of a calendar date. */
  x: (date: string) => number;
  bands: Band[];
  height: number;
  /** End of the last band. */
  bottom: number;
  /** Null when today is outside the months shown. */
  todayX: number | null;
};

/** The height of the middle of a lane. */
export const laneMiddle = (band: Pick<Band, "top">, index: number) =>
  band.top + BAND_HEAD + index * LANE + LANE / 2 - 2;

/** A line from one output to one that starts after it: down or up, between two lanes, and to the dot. */
export type Connector = { points: readonly (readonly [x: number, y: number])[]; down: boolean; holds: boolean };

/** Distance of a line from the middle of the dot where it begins, and where its head ends. */
const CONNECTOR_START = 9;
const CONNECTOR_END = 14;

/** The lines of all dependencies whose outputs are both in the picture. */
export function connectorsOf(bands: readonly Band[]): Connector[] {
  const placed = new Map(
    bands.flatMap((band) =>
      band.lanes.flatMap(({ dots }, index) =>
        dots.map(({ x, output }) => [output.id, { x, y: laneMiddle(band, index), output }] as const),
      ),
    ),
  );
  return [...placed.values()].flatMap((to) =>
    (to.output.after ?? []).flatMap(({ id, holds }) => {
      const from = placed.get(id);
      if (!from) return [];
      // Lanes are lines themselves: a dependency crosses them, and runs along beside them. Within one lane it is above.
      const down = to.y >= from.y;
      const leaves = to.y > from.y ? 1 : -1;
      const enters = down ? -1 : 1;
      const beside = to.y + enters * (LANE / 2);
      return [
        {
          points: [
            [from.x, from.y + leaves * CONNECTOR_START],
            [from.x, beside],
            [to.x, beside],
            [to.x, to.y + enters * CONNECTOR_END],
          ] as const,
          down,
          holds,
        },
      ];
    }),
  );
}

/** Positions of everything in the picture, which begins with the project (`starts`, YYYY-MM-DD) or its first date. */
export function layoutOf(
  planned: readonly PlannedBand[],
  dated: readonly TimelineOutput[],
  today: string,
  starts?: string | null,
): TimelineLayout {
  const bandDates = planned.flatMap(({ start, end }) => (start === null || end === null ? [] : [start, end]));
  const { span, months } = monthsAround([
    ...(starts ? [starts] : []),
    ...bandDates,
    ...dated.map(({ due }) => due ?? today),
  ]);
  const x = (date: string) =>
    START_MARGIN + ((dayOf(date) - span.from) / (span.to - span.from)) * (WIDTH - START_MARGIN - END_MARGIN);
  let top = HEAD;
  const bands = planned.map((band): Band => {
    const dots = band.outputs.map((output) => ({
      output,
      organisation: output.organisation.id,
      x: x(output.due ?? today),
    }));
    const lanes = lanesOf(dots, DOT_DISTANCE);
    const height = BAND_HEAD + lanes.length * LANE + (lanes.length > 0 ? 4 : 2);
    const placed = { ...band, top, height, lanes };
    top += height + GAP;
    return placed;
  });
  const shown = dayOf(today) >= span.from && dayOf(today) <= span.to;
  return { months, x, bands, height: top, bottom: top - GAP, todayX: shown ? x(today) : null };
}
