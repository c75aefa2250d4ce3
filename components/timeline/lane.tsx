import type { ReactNode } from "react";
import { cn } from "../ui/cn";
import { hueOf } from "../ui/hue";
import type { TimeScale } from "./time-scale";

type LaneProps = { scale: TimeScale; today: string; children: ReactNode };

/** The drawn row of the timeline. The other cells say the same in words, so that screen readers skip it. */
export function Lane({ scale, today, children }: LaneProps) {
  const now = today >= scale.startsOn && today <= scale.endsOn ? scale.at(today) : null;
  return (
    <div aria-hidden="true" className="lane">
      {scale.marks.map(({ month, at }) => (
        <i key={month} className="lane-month" style={{ left: `${at}%` }} />
      ))}
      {children}
      {now === null ? null : <i className="lane-today" style={{ left: `${now}%` }} />}
    </div>
  );
}

/** The period of a work package. */
export function Bar({ from, to }: { from: number; to: number }) {
  return <i className="lane-bar" style={{ left: `${from}%`, width: `${Math.max(to - from, 0.5)}%` }} />;
}

type DueProps = { hue: number; at: number; first: number | null; done: boolean; late: boolean };

/** The due date of an output, with a line from the first date that was agreed. */
export function DueDot({ hue, at, first, done, late }: DueProps) {
  return (
    <span data-hue={hueOf(hue)}>
      {first === null || first === at ? null : (
        <>
          <i
            className="lane-slip"
            style={{ left: `${Math.min(first, at)}%`, width: `${Math.round(Math.abs(at - first) * 10) / 10}%` }}
          />
          <i className="lane-first" style={{ left: `${first}%` }} />
        </>
      )}
      <i className={cn("lane-due", done && "is-done", late && "is-late")} style={{ left: `${at}%` }} />
    </span>
  );
}

/** A review on its day. */
export function ReviewMark({ at, done }: { at: number; done: boolean }) {
  return <i className={cn("lane-review", done && "is-done")} style={{ left: `${at}%` }} />;
}

/** How many tasks of a month there are. */
export function TaskMark({ at, count, late }: { at: number; count: number; late: boolean }) {
  return (
    <b className={cn("lane-tasks", late && "is-late")} style={{ left: `${at}%` }}>
      {count}
    </b>
  );
}
