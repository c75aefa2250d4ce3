import type { Route } from "next";
import { useLocale } from "next-intl";
import { type Month, monthOf, weeksOf } from "@/domain/calendar";
import type { IsoDate } from "@/domain/dates";
import { formatCalendarDate } from "@/messages/formatters";
import { useTranslations } from "@/messages/use-translations";
import type { CalendarEntry } from "@/server/calendar/queries/list-calendar";
import { Anchor } from "../ui/anchor";
import { cn } from "../ui/cn";
import { Entry } from "./calendar-entry";

type Days = {
  entries: readonly CalendarEntry[];
  /** The current day of the reader. */
  today: IsoDate;
  withProject: boolean;
};

const byDay = (entries: readonly CalendarEntry[]) => {
  const days = new Map<IsoDate, CalendarEntry[]>();
  for (const entry of entries) days.set(entry.dueOn, [...(days.get(entry.dueOn) ?? []), entry]);
  return days;
};

/** Entries of one cell; the list of the month has the others. */
const cellSize = 4;

type MonthProps = Days & { month: Month; listAddress: (day: IsoDate) => Route };

function Cell({
  day,
  entries,
  today,
  withProject,
  month,
  listAddress,
}: Omit<MonthProps, "entries"> & { day: IsoDate; entries: readonly CalendarEntry[] }) {
  const t = useTranslations("calendar");
  const locale = useLocale();
  const rest = entries.length - cellSize;
  return (
    <td
      aria-current={day === today ? "date" : undefined}
      className={cn(
        "h-28 p-1.5 align-top",
        monthOf(day) === month ? "bg-paper-raised" : "bg-paper-sunken text-ink-soft",
        day === today ? "border-due border-2" : "border-line border",
      )}
    >
      <time dateTime={day} className="tabular text-ink-soft mb-1 block text-sm font-semibold">
        <span aria-hidden="true">{formatCalendarDate(locale, day, "dayOfMonth")}</span>
        <span className="sr-only">{formatCalendarDate(locale, day, "weekday")}</span>
        {day === today ? <span className="text-due"> {t("today")}</span> : null}
      </time>
      {entries.length > 0 ? (
        <ul className="grid gap-1">
          {entries.slice(0, cellSize).map((entry) => (
            <li key={entry.id}>
              <Entry entry={entry} withProject={withProject} short />
            </li>
          ))}
          {rest > 0 ? (
            <li>
              <Anchor href={listAddress(day)} className="link text-sm font-semibold">
                {t("more", { count: rest })}
              </Anchor>
            </li>
          ) : null}
        </ul>
      ) : null}
    </td>
  );
}

/** A month as a table of weeks, for wide windows. */
export function MonthTable({ entries, month, ...days }: MonthProps) {
  const t = useTranslations("calendar");
  const locale = useLocale();
  const weeks = weeksOf(month);
  const found = byDay(entries);
  return (
    <table className="w-full table-fixed border-collapse">
      <caption className="sr-only">
        {t("caption", { month: formatCalendarDate(locale, `${month}-01`, "month") })}
      </caption>
      <thead>
        <tr>
          {(weeks[0] ?? []).map((day) => (
            <th key={day} scope="col" className="column-head px-1.5 py-1 text-start">
              {formatCalendarDate(locale, day, "weekdayName")}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <Cell key={day} day={day} entries={found.get(day) ?? []} month={month} {...days} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The days with something due, one after the other. */
export function DayList({ entries, today, withProject }: Days) {
  const t = useTranslations("calendar");
  const locale = useLocale();
  return (
    <ol className="grid gap-6">
      {[...byDay(entries)].map(([day, due]) => (
        <li key={day} id={`day-${day}`} className="scroll-mt-20">
          <h3 className="border-line border-b pb-1 font-semibold">
            <time dateTime={day}>{formatCalendarDate(locale, day, "weekday")}</time>
            {day === today ? <span className="text-due"> · {t("today")}</span> : null}
          </h3>
          <ul className="divide-line divide-y">
            {due.map((entry) => (
              <li key={entry.id} className="py-2.5">
                <Entry entry={entry} withProject={withProject} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
