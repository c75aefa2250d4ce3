import { useLocale } from "next-intl";
import type { TimelineState } from "@/domain/timeline";
import { formatCalendarDate } from "@/messages/formatters";
import { useTranslations } from "@/messages/use-translations";
import type { TimelinePage } from "@/server/outputs/queries/get-timeline";
import { Table, Th, Thead } from "../ui/table";
import { timeScale } from "./time-scale";
import { OutputRow, PackageRow, TaskRow } from "./timeline-rows";

type Props = { timeline: TimelinePage; slug: string; state: TimelineState | null };

/**
 * The plan as a table whose last column is drawn: a block for each work package with its outputs and the number of its
 * tasks in each month. On a phone the drawn cell is below the words of its row.
 */
export function TimelineTable({ timeline, slug, state }: Props) {
  const t = useTranslations("timeline");
  const locale = useLocale();
  const { today, workPackages, outputs, tasks } = timeline;
  const scale = timeScale(timeline);
  const known = new Set(workPackages.map(({ id }) => id));
  const blocks = [...workPackages, null]
    .map((workPackage) => {
      const belongs = ({ workPackageId }: { workPackageId: string | null }) =>
        workPackage ? workPackageId === workPackage.id : workPackageId === null || !known.has(workPackageId);
      return { workPackage, outputs: outputs.filter(belongs), months: tasks.filter(belongs) };
    })
    .filter((block) =>
      state === null && block.workPackage !== null ? true : block.outputs.length + block.months.length > 0,
    );
  const month = (day: string) => formatCalendarDate(locale, day, "shortMonthOfYear");
  return (
    <Table caption={t("caption")} stacked>
      <Thead>
        <Th>{t("what")}</Th>
        <Th>{t("leadColumn")}</Th>
        <Th>{t("status")}</Th>
        <Th>{t("due")}</Th>
        <Th className="w-2/5">
          <span className="sr-only">{t("time", { start: month(scale.startsOn), end: month(scale.endsOn) })}</span>
          <span aria-hidden="true" className="relative block h-5 min-w-64">
            {scale.marks.map(({ month: first, at }) => (
              <span key={first} className="absolute whitespace-nowrap" style={{ left: `${at}%` }}>
                {month(first)}
              </span>
            ))}
          </span>
        </Th>
      </Thead>
      {blocks.map(({ workPackage, outputs: own, months }) => (
        <tbody key={workPackage?.id ?? "none"} className="[&>tr]:border-line [&>tr]:border-b">
          <PackageRow workPackage={workPackage} scale={scale} today={today} />
          {own.map((output) => (
            <OutputRow key={output.id} output={output} slug={slug} scale={scale} today={today} />
          ))}
          {months.length > 0 ? <TaskRow months={months} state={state} scale={scale} today={today} /> : null}
        </tbody>
      ))}
    </Table>
  );
}

/** What the marks of the drawn column mean. */
export function TimelineLegend() {
  const t = useTranslations("timeline");
  const mark = (className: string, text: string) => (
    <li className="flex items-center gap-2">
      <span aria-hidden="true" data-hue="11" className="lane w-5 min-w-0 overflow-visible">
        <i className={className} style={{ left: "50%" }} />
      </span>
      {text}
    </li>
  );
  return (
    <ul className="text-ink-soft mt-3 flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {mark("lane-due", t("legendDue"))}
      {mark("lane-due is-late", t("late"))}
      {mark("lane-first", t("legendFirst"))}
      {mark("lane-review", t("legendReview"))}
      {mark("lane-today", t("today"))}
    </ul>
  );
}
