import { html } from "@remix-run/html-template";
import type { Route } from "next";
import { calendarWords, getTranslations } from "@/messages/words";
import { chipMarkup, hueOf } from "../ui/chip-markup";
import { Drawing } from "../ui/drawing";

export type HeatRow = {
  organisation: { id: string; shortName: string; country: string; hue: number; href?: Route };
  /** One number per month, in the order of `months`. */
  counts: readonly number[];
  /** In a few words: "quiet for 23 days", "last seen today". */
  note?: string;
};

export type HeatYear = {
  /** YYYY-MM, oldest first. */
  months: readonly string[];
  rows: readonly HeatRow[];
  /** The page with the feed behind the numbers. */
  feed?: { path: string };
  /** The cell whose feed is shown below. */
  selected?: { organisationId: string; month: string | null };
};

const LEVELS = 5;

/** Small differences show as well as large ones: the height follows the square root. */
function level(count: number, most: number): number {
  return count === 0 ? 0 : Math.max(1, Math.round(Math.sqrt(count / Math.max(most, 1)) * LEVELS));
}

/**
 * A year of the consortium: a row per organisation, a bar per month, a feed behind each number. Where the year is wider
 * than the window it is turned to its end, so that one sees the newest months first.
 */
export function ActivityHeat({ className, ...year }: HeatYear & { className?: string }) {
  return <Drawing name="heat" input={year} draw={drawHeat} className={className} />;
}

/** The markup of a year. */
export async function drawHeat({ months, rows, feed, selected }: HeatYear) {
  const t = await getTranslations("ui.heat");
  const most = Math.max(1, ...rows.flatMap(({ counts }) => counts));
  const longNames = months.map((month) => calendarWords(`${month}-01`, "month"));
  const current = (organisationId: string, month: string | null) =>
    selected?.organisationId === organisationId && selected.month === month ? html` aria-current="true"` : "";
  const feedOf = (organisationId: string, month: string | null) =>
    feed && `${feed.path}?${new URLSearchParams({ organisationId, ...(month ? { month } : {}) }).toString()}#feed`;

  const heads = months.map((month, index) => {
    const year = index === 0 || month.endsWith("-01") ? month.slice(0, 4) : null;
    return html`<th scope="col" class="text-ink-soft min-w-9 py-1.5 text-center text-sm font-normal">
      <abbr title="${longNames[index]}" class="no-underline"
        >${calendarWords(`${month}-01`, "shortMonth")}${year ? html`<span class="text-ink-faint block leading-tight">${year}</span>` : ""}</abbr
      >
    </th>`;
  });

  const cell = (organisation: HeatRow["organisation"], month: string, index: number, count: number) => {
    const href = feedOf(organisation.id, month);
    if (count === 0) {
      return html`<span class="heat-cell heat-none"
        ><span class="sr-only">0</span><span aria-hidden="true">&nbsp;</span></span
      >`;
    }
    const height = html`style="--level:${level(count, most)}"`;
    if (href === undefined) return html`<span class="heat-cell text-ink-soft" ${height}>${count}</span>`;
    const words = t("cell", { organisation: organisation.shortName, month: longNames[index] ?? month, count });
    return html`<a
      href="${href}"
      aria-label="${words}"
      title="${words}"
      ${current(organisation.id, month)}
      class="heat-cell"
      ${height}
      >${count}</a
    >`;
  };

  const row = ({ organisation, counts, note }: HeatRow) => {
    const total = counts.reduce((sum, count) => sum + count, 0);
    const all =
      feed && total > 0
        ? html`<a
            href="${feedOf(organisation.id, null)}"
            ${current(organisation.id, null)}
            class="hover:bg-thread-soft aria-[current]:bg-thread-soft inline-block min-w-8 rounded-sm px-1 py-0.5 underline-offset-2 hover:underline"
            >${total}</a
          >`
        : html`<span class="inline-block px-1 py-0.5">${total}</span>`;
    return html`<tr data-hue="${hueOf(organisation.hue)}" class="border-line border-b">
      <th scope="row" class="bg-paper sticky start-0 z-1 max-w-56 py-2 pe-3 text-start font-normal max-sm:ps-4">
        ${chipMarkup({ ...organisation, name: organisation.shortName })}
        ${note ? html`<span class="text-ink-soft block text-sm max-sm:hidden">${note}</span>` : ""}
      </th>
      ${months.map((month, index) => html`<td>${cell(organisation, month, index, counts[index] ?? 0)}</td>`)}
      <td class="ps-2 text-end align-bottom text-sm leading-5 font-semibold max-sm:pe-4">${all}</td>
    </tr>`;
  };

  return html`<p class="text-ink-soft pb-2 text-sm">${feed ? t("captionLinked") : t("caption")}</p>
    <div
      role="group"
      aria-label="${t("title")}"
      tabindex="0"
      class="relative overflow-x-auto max-sm:-mx-4 max-sm:[direction:rtl]"
    >
      <table class="w-full border-collapse [direction:ltr]">
        <caption class="sr-only">
          ${t("title")}
        </caption>
        <thead>
          <tr class="border-line border-b">
            <th
              scope="col"
              class="bg-paper text-ink-soft sticky start-0 z-1 py-1.5 pe-3 text-start text-sm font-semibold max-sm:ps-4"
            >
              ${t("organisation")}
            </th>
            ${heads}
            <th scope="col" class="text-ink-soft py-1.5 ps-2 text-end text-sm font-semibold max-sm:pe-4">
              ${t("total")}
            </th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(row)}
        </tbody>
      </table>
    </div>`;
}
