/** @jsxImportSource hono/jsx */

import type { HtmlEscapedString } from "hono/utils/html";
import { formatCalendarDate, type Reader } from "@/messages/formatters";
import { translatorFor, type Translator } from "@/messages/translators";
import { hueOf } from "../ui/hue";
import type { ActivityMatrixData, ActivityMatrixRow } from "./activity-matrix-data";
import { PictureChip } from "./chip";
import { safeHref } from "./safe-href";

const LEVELS = 5;

/** The height of a bar: the square root, so that small differences are visible as well as large ones. */
function levelOf(count: number, most: number): number {
  return count === 0 ? 0 : Math.max(1, Math.round(Math.sqrt(count / Math.max(most, 1)) * LEVELS));
}

type Shared = Pick<ActivityMatrixData, "months" | "feed" | "selected"> & {
  t: Translator;
  most: number;
  monthNames: readonly string[];
};

const isCurrent = ({ selected }: Shared, organisationId: string, month: string | null) =>
  selected?.organisationId === organisationId && selected.month === month ? "true" : undefined;

const feedAddress = ({ feed }: Shared, organisationId: string, month: string | null) =>
  feed
    ? safeHref(`${feed.path}?${new URLSearchParams({ organisationId, ...(month ? { month } : {}) }).toString()}#feed`)
    : undefined;

type CellProps = Shared & { organisation: ActivityMatrixRow["organisation"]; index: number; count: number };

function Cell({ organisation, index, count, ...shared }: CellProps) {
  const { t, most, months, monthNames } = shared;
  const month = months[index] ?? "";
  if (count === 0) {
    return (
      <span class="heat-cell heat-none">
        <span class="sr-only">0</span>
        <span aria-hidden="true">&nbsp;</span>
      </span>
    );
  }
  const style = `--level:${levelOf(count, most)}`;
  const href = feedAddress(shared, organisation.id, month);
  if (href === undefined) {
    return (
      <span class="heat-cell text-ink-soft" style={style}>
        {count}
      </span>
    );
  }
  const label = t("cell", { organisation: organisation.shortName, month: monthNames[index] ?? month, count });
  return (
    <a
      href={href}
      aria-label={label}
      title={label}
      aria-current={isCurrent(shared, organisation.id, month)}
      class="heat-cell"
      style={style}
    >
      {count}
    </a>
  );
}

function Total({ organisation, total, ...shared }: Shared & Omit<CellProps, "index" | "count"> & { total: number }) {
  const href = total > 0 ? feedAddress(shared, organisation.id, null) : undefined;
  if (href === undefined) return <span class="inline-block px-1 py-0.5">{total}</span>;
  return (
    <a
      href={href}
      aria-current={isCurrent(shared, organisation.id, null)}
      class="hover:bg-thread-soft aria-[current]:bg-thread-soft inline-block min-w-8 rounded-sm px-1 py-0.5 underline-offset-2 hover:underline"
    >
      {total}
    </a>
  );
}

function Row({ organisation, counts, note, ...shared }: Shared & ActivityMatrixRow) {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return (
    <tr data-hue={hueOf(organisation.hue)} class="border-line border-b">
      <th scope="row" class="bg-paper sticky start-0 z-1 max-w-56 py-2 pe-3 text-start font-normal max-sm:ps-4">
        <PictureChip {...organisation} name={organisation.shortName} />
        {note ? <span class="text-ink-soft block text-sm max-sm:hidden">{note}</span> : null}
      </th>
      {shared.months.map((_, index) => (
        <td>
          <Cell {...shared} organisation={organisation} index={index} count={counts[index] ?? 0} />
        </td>
      ))}
      <td class="ps-2 text-end align-bottom text-sm leading-5 font-semibold max-sm:pe-4">
        <Total {...shared} organisation={organisation} total={total} />
      </td>
    </tr>
  );
}

function MonthHead({
  month,
  name,
  locale,
  isFirst,
}: {
  month: string;
  name: string;
  locale: string;
  isFirst: boolean;
}) {
  return (
    <th scope="col" class="text-ink-soft min-w-9 py-1.5 text-center text-sm font-normal">
      <abbr title={name} class="no-underline">
        {formatCalendarDate(locale, `${month}-01`, "shortMonth")}
        {isFirst || month.endsWith("-01") ? (
          <span class="text-ink-faint block leading-tight">{month.slice(0, 4)}</span>
        ) : null}
      </abbr>
    </th>
  );
}

/**
 * A year of the consortium as a table: a row per organisation, a bar per month, a link to the activity behind each
 * number. When it is wider than the window, it opens scrolled to its end, the newest months.
 */
export async function drawActivityMatrix(data: ActivityMatrixData, reader: Reader): Promise<HtmlEscapedString> {
  const { months, rows, feed, selected } = data;
  const { locale } = reader;
  const t = await translatorFor(reader, "ui.heat");
  const monthNames = months.map((month) => formatCalendarDate(locale, `${month}-01`, "month"));
  const most = Math.max(1, ...rows.flatMap(({ counts }) => counts));
  const shared: Shared = { t, months, monthNames, most, ...(feed ? { feed } : {}), ...(selected ? { selected } : {}) };
  const headClass = "text-ink-soft py-1.5 text-sm font-semibold";
  return (
    <>
      <p class="text-ink-soft pb-2 text-sm">{feed ? t("captionLinked") : t("caption")}</p>
      <div
        role="group"
        aria-label={t("title")}
        tabindex={0}
        class="relative overflow-x-auto max-sm:-mx-4 max-sm:[direction:rtl]"
      >
        <table class="w-full border-collapse [direction:ltr]">
          <caption class="sr-only">{t("title")}</caption>
          <thead>
            <tr class="border-line border-b">
              <th scope="col" class={`bg-paper sticky start-0 z-1 pe-3 text-start max-sm:ps-4 ${headClass}`}>
                {t("organisation")}
              </th>
              {months.map((month, index) => (
                <MonthHead month={month} name={monthNames[index] ?? month} locale={locale} isFirst={index === 0} />
              ))}
              <th scope="col" class={`ps-2 text-end max-sm:pe-4 ${headClass}`}>
                {t("total")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row {...shared} {...row} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
