import type { Route } from "next";
import { useLocale } from "next-intl";
import { canHold } from "@/domain/dependencies";
import { outputCode, outputState } from "@/domain/outputs";
import { type TimelineState, tasksIn } from "@/domain/timeline";
import { formatCalendarDate } from "@/messages/formatters";
import { useTranslations } from "@/messages/use-translations";
import type { TimelinePage } from "@/server/outputs/queries/get-timeline";
import { Anchor } from "../ui/anchor";
import { RowHead, Td } from "../ui/table";
import { Bar, DueDot, Lane, ReviewMark, TaskMark } from "./lane";
import type { TimeScale } from "./time-scale";

export type Output = TimelinePage["outputs"][number];
export type WorkPackage = TimelinePage["workPackages"][number];
export type MonthOfTasks = TimelinePage["tasks"][number];

type Frame = { scale: TimeScale; today: string };

const codesOf = (outputs: readonly { number: number }[]) => outputs.map(({ number }) => outputCode(number)).join(", ");

const laneCell = "max-sm:basis-full";

/** The title and the period of a work package; null for what belongs to none. */
export function PackageRow({ workPackage, scale, today }: Frame & { workPackage: WorkPackage | null }) {
  const t = useTranslations("timeline");
  const locale = useLocale();
  const day = (date: string) => formatCalendarDate(locale, date, "day");
  const { startsOn, endsOn } = workPackage ?? { startsOn: null, endsOn: null };
  return (
    <tr className="bg-paper-sunken">
      <th scope="rowgroup" colSpan={3} className="cell text-start font-semibold">
        <bdi>
          {workPackage
            ? t("package", { number: String(workPackage.number), title: workPackage.title })
            : t("noPackage")}
        </bdi>
      </th>
      <Td className="whitespace-nowrap">
        {startsOn && endsOn ? t("period", { start: day(startsOn), end: day(endsOn) }) : ""}
      </Td>
      <td className={laneCell}>
        {startsOn && endsOn ? (
          <Lane scale={scale} today={today}>
            <Bar from={scale.at(startsOn)} to={scale.at(endsOn)} />
          </Lane>
        ) : null}
      </td>
    </tr>
  );
}

/** An output with its lead, its state, its first and current date, and the reviews asked for it. */
export function OutputRow({ output, slug, scale, today }: Frame & { output: Output; slug: string }) {
  const t = useTranslations("timeline");
  const tStatus = useTranslations("outputs.status");
  const locale = useLocale();
  const { dueOn, firstDueOn, slippedDays, late, reviews, after } = output;
  const broken = after.filter((before) => !canHold(dueOn, before));
  const day = (date: string) => formatCalendarDate(locale, date, "day");
  return (
    <tr>
      <RowHead>
        <Anchor href={`/projects/${slug}/outputs/${output.id}` as Route} className="link">
          <bdi>
            {outputCode(output.number)} {output.title}
          </bdi>
        </Anchor>
      </RowHead>
      <Td>{output.organisation}</Td>
      <Td>
        {tStatus(outputState(output))}
        {late ? (
          <>
            {", "}
            <span className="text-late font-semibold">{t("late")}</span>
          </>
        ) : null}
      </Td>
      <Td>
        {dueOn ? <time dateTime={dueOn}>{day(dueOn)}</time> : t("noDate")}
        {slippedDays !== 0 && firstDueOn ? (
          <span className="text-ink-soft block text-sm">
            {t(slippedDays > 0 ? "slipped" : "earlier", { days: Math.abs(slippedDays), first: day(firstDueOn) })}
          </span>
        ) : null}
        {after.length > 0 ? (
          <span className="text-ink-soft block text-sm">
            {t("after", { codes: codesOf(after) })}
            {broken.length > 0 ? (
              <span className="text-late block">
                {t("cannotHold", { codes: codesOf(broken), count: broken.length })}
              </span>
            ) : null}
          </span>
        ) : null}
        {reviews.length > 0 ? (
          <span className="text-ink-soft block text-sm">
            {t("reviews", {
              count: reviews.length,
              days: [...new Set(reviews.map((review) => day(review.dueOn)))].join(", "),
            })}
          </span>
        ) : null}
      </Td>
      <td className={laneCell}>
        {dueOn ? (
          <Lane scale={scale} today={today}>
            <DueDot
              hue={output.hue}
              at={scale.at(dueOn)}
              first={firstDueOn ? scale.at(firstDueOn) : null}
              done={output.done}
              late={late}
            />
            {reviews.map((review, index) => (
              <ReviewMark key={index} at={scale.at(review.dueOn)} done={review.done} />
            ))}
          </Lane>
        ) : null}
      </td>
    </tr>
  );
}

/** The tasks of a work package, counted by month. */
export function TaskRow({
  months,
  state,
  scale,
  today,
}: Frame & { months: readonly MonthOfTasks[]; state: TimelineState | null }) {
  const t = useTranslations("timeline");
  const locale = useLocale();
  const sum = (of: (month: MonthOfTasks) => number) => months.reduce((total, month) => total + of(month), 0);
  const [waiting, late, done] = [sum((one) => one.waiting), sum((one) => one.late), sum((one) => one.done)];
  const showsDone = state === null || state === "done";
  const dated = months.flatMap((one) =>
    one.month === null ? [] : [{ month: one.month, late: one.late > 0, count: tasksIn(state, one) }],
  );
  const placed = new Map<string, { count: number; late: boolean }>();
  for (const one of dated) {
    const first = scale.placeOf(one.month);
    const before = placed.get(first) ?? { count: 0, late: false };
    placed.set(first, { count: before.count + one.count, late: before.late || one.late });
  }
  const undated = sum((one) => (one.month === null ? tasksIn(state, one) : 0));
  return (
    <tr>
      <RowHead className="text-ink-soft font-normal">{t("tasks")}</RowHead>
      <td className="cell max-sm:hidden" />
      <Td>
        {state === "done" ? "" : t("taskCount", { waiting, late })}
        {showsDone && done > 0 ? <span className="text-ink-soft block">{t("taskDone", { done })}</span> : null}
      </Td>
      <Td>
        {undated > 0 ? (
          <span className="text-ink-soft block text-sm">{t("undatedTasks", { count: undated })}</span>
        ) : null}
        {dated.length > 0 ? (
          <span className="sr-only">
            {t("months", {
              months: dated
                .map(({ month, count }) =>
                  t("monthOfTasks", {
                    month: formatCalendarDate(locale, `${month}-01`, "month"),
                    count: String(count),
                  }),
                )
                .join("; "),
            })}
          </span>
        ) : null}
      </Td>
      <td className={laneCell}>
        {dated.length > 0 ? (
          <Lane scale={scale} today={today}>
            {[...placed].map(([first, { count, late: isLate }]) => (
              <TaskMark key={first} at={scale.at(first)} count={count} late={isLate} />
            ))}
          </Lane>
        ) : null}
      </td>
    </tr>
  );
}
