import { addMonths, daysBetween, type IsoDate, periodLasting } from "@/domain/dates";

export type TimeScale = {
  /** First and last day shown: whole months. */
  startsOn: IsoDate;
  endsOn: IsoDate;
  /** The place of a day, in percent of the width. */
  at: (day: IsoDate) => number;
  /** The months that are named, with their places. */
  marks: { month: IsoDate; at: number }[];
  /** The first day of the months that share one place with this month (YYYY-MM), so that numbers do not overlap. */
  placeOf: (month: string) => IsoDate;
};

type Plan = {
  startsOn: IsoDate | null;
  durationMonths: number | null;
  today: IsoDate;
  workPackages: readonly { startsOn: IsoDate | null; endsOn: IsoDate | null }[];
  outputs: readonly { dueOn: IsoDate | null; firstDueOn: IsoDate | null }[];
  tasks: readonly { month: string | null }[];
};

const mostMarks = 6;
const mostPlaces = 12;
/** A project and its dates span twenty years at most; dates further away are at the edge. */
const mostMonths = 240;

const monthIndex = (day: IsoDate) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** The months from the first to the last date of a plan, with places for its days. */
export function timeScale({ startsOn, durationMonths, today, workPackages, outputs, tasks }: Plan): TimeScale {
  const planned = [
    startsOn,
    startsOn !== null && durationMonths !== null ? periodLasting(startsOn, durationMonths).endsOn : null,
    ...workPackages.flatMap((one) => [one.startsOn, one.endsOn]),
    ...outputs.flatMap((one) => [one.dueOn, one.firstDueOn]),
    ...tasks.map(({ month }) => (month === null ? null : `${month}-01`)),
  ]
    .filter((day) => day !== null)
    .sort();
  const first = `${(planned[0] ?? today).slice(0, 7)}-01`;
  const months = Math.min(monthIndex(planned.at(-1) ?? today) - monthIndex(first) + 1, mostMonths);
  const after = addMonths(first, months);
  const length = daysBetween(first, after);
  const at = (day: IsoDate) => Math.min(Math.max(Math.round((daysBetween(first, day) / length) * 1000) / 10, 0), 100);
  const step = Math.ceil(months / mostMarks);
  const marks = Array.from({ length: Math.ceil(months / step) }, (_, index) => addMonths(first, index * step));
  const shared = Math.ceil(months / mostPlaces);
  return {
    placeOf: (month) => addMonths(first, Math.floor((monthIndex(month) - monthIndex(first)) / shared) * shared),
    startsOn: first,
    endsOn: periodLasting(first, months).endsOn,
    at,
    marks: marks.map((month) => ({ month, at: at(month) })),
  };
}
