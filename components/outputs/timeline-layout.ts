/** The days since 1970 of a calendar date, YYYY-MM-DD. */
export function dayOf(date: string): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
}

export type Span = { from: number; to: number };

/** Whole months around everything that has to be shown. */
export function monthsAround(dates: readonly string[]): { span: Span; months: string[] } {
  const sorted = [...dates].sort();
  const first = (sorted[0] ?? "2000-01-01").slice(0, 7);
  const last = (sorted.at(-1) ?? "2000-12-01").slice(0, 7);
  const months: string[] = [];
  let [year, month] = first.split("-").map(Number) as [number, number];
  const write = () => `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
  while (write() <= last && months.length < 240) {
    months.push(write());
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return { span: { from: dayOf(`${months[0] ?? first}-01`), to: dayOf(`${write()}-01`) }, months };
}

type Dot = { x: number; organisation: string };
export type Lane<D extends Dot> = { organisation: string; dots: D[] };

/** One thread per organisation; where two dots would touch, the organisation gets a second one. */
export function lanesOf<D extends Dot>(dots: readonly D[], distance: number): Lane<D>[] {
  const lanes: Lane<D>[] = [];
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
