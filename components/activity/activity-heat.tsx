import type { Route } from "next";
import { useFormatter, useTranslations } from "next-intl";
import { Chip, hueOf } from "../ui/chip";
import { cn } from "../ui/cn";

export type HeatRow = {
  organisation: { id: string; shortName: string; country: string; hue: number; href?: Route };
  /** One number per month, in the order of `months`. */
  counts: readonly number[];
  /** In a few words: "quiet for 23 days", "last seen today". */
  note?: string;
};

type Props = {
  /** YYYY-MM, oldest first. */
  months: readonly string[];
  rows: readonly HeatRow[];
  /** The feed behind a number; a month of null means all of them. */
  cellHref?: (organisationId: string, month: string | null) => Route;
  /** The cell whose feed is shown below. */
  selected?: { organisationId: string; month: string | null };
  className?: string;
};

const LEVELS = 5;

/** Small differences show as well as large ones: the height follows the square root. */
function level(count: number, most: number): number {
  return count === 0 ? 0 : Math.max(1, Math.round(Math.sqrt(count / Math.max(most, 1)) * LEVELS));
}

function Bar({ height }: { height: number }) {
  const tall = height * 5.2;
  return (
    <svg viewBox="0 0 24 28" width="24" height="28" aria-hidden="true" className="mx-auto block">
      {height > 0 ? (
        <rect x="2" y={27 - tall} width="20" height={tall} rx="1.5" className="fill-thread" />
      ) : (
        <line x1="5" x2="19" y1="26.500" y2="26.500" className="stroke-line-strong" strokeWidth="1" />
      )}
    </svg>
  );
}

/**
 * A year of the consortium: a row per organisation, a bar per month, a feed behind each number. Plain anchors: a hundred
 * links of the client router would cost the server more than the rest of the page.
 */
export function ActivityHeat({ months, rows, cellHref, selected, className }: Props) {
  const t = useTranslations("ui.heat");
  const format = useFormatter();
  const most = Math.max(1, ...rows.flatMap(({ counts }) => counts));
  const monthName = (month: string, style: "short" | "long") =>
    format.dateTime(new Date(`${month}-01T00:00:00Z`), {
      timeZone: "UTC",
      month: style,
      ...(style === "long" ? { year: "numeric" } : {}),
    });
  const longNames = months.map((month) => monthName(month, "long"));
  const isSelected = (organisationId: string, month: string | null) =>
    selected?.organisationId === organisationId && selected.month === month;
  const cellLook = "block rounded-sm px-0.5 pt-1 text-center text-sm leading-5";

  return (
    <div className={className}>
      <p className="text-ink-soft pb-2 text-sm">{cellHref ? t("captionLinked") : t("caption")}</p>
      <div
        role="group"
        aria-label={t("title")}
        tabIndex={0}
        className="relative -mx-4 overflow-x-auto px-4 sm:mx-0 sm:px-0"
      >
        <table className="w-full border-collapse">
          <caption className="sr-only">{t("title")}</caption>
          <thead>
            <tr className="border-line border-b">
              <th
                scope="col"
                className="bg-paper text-ink-soft sticky start-0 z-1 py-1.5 pe-3 text-start text-sm font-semibold"
              >
                {t("organisation")}
              </th>
              {months.map((month, index) => (
                <th key={month} scope="col" className="text-ink-soft min-w-9 py-1.5 text-center text-sm font-normal">
                  <abbr title={longNames[index]} className="no-underline">
                    {monthName(month, "short")}
                    {index === 0 || month.endsWith("-01") ? (
                      <span className="text-ink-faint block leading-tight">{month.slice(0, 4)}</span>
                    ) : null}
                  </abbr>
                </th>
              ))}
              <th scope="col" className="text-ink-soft py-1.5 ps-2 text-end text-sm font-semibold">
                {t("total")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ organisation, counts, note }) => {
              const total = counts.reduce((sum, count) => sum + count, 0);
              return (
                <tr key={organisation.id} data-hue={hueOf(organisation.hue)} className="border-line border-b">
                  <th scope="row" className="bg-paper sticky start-0 z-1 max-w-56 py-2 pe-3 text-start font-normal">
                    <Chip
                      hue={organisation.hue}
                      country={organisation.country}
                      name={organisation.shortName}
                      href={organisation.href}
                    />
                    {note ? <span className="text-ink-soft block text-sm max-sm:hidden">{note}</span> : null}
                  </th>
                  {months.map((month, index) => {
                    const count = counts[index] ?? 0;
                    const href = count > 0 ? cellHref?.(organisation.id, month) : undefined;
                    const words = href
                      ? t("cell", { organisation: organisation.shortName, month: longNames[index] ?? month, count })
                      : undefined;
                    const face = (
                      <>
                        <Bar height={level(count, most)} />
                        {count > 0 ? count : <span aria-hidden="true">&nbsp;</span>}
                      </>
                    );
                    return (
                      <td key={month} className="p-0 align-bottom">
                        {href ? (
                          <a
                            href={href}
                            aria-label={words}
                            title={words}
                            aria-current={isSelected(organisation.id, month) ? "true" : undefined}
                            className={cn(
                              cellLook,
                              "hover:bg-thread-soft aria-[current]:bg-thread-soft aria-[current]:font-semibold",
                            )}
                          >
                            {face}
                          </a>
                        ) : (
                          <span className={cn(cellLook, "text-ink-soft")}>
                            {count === 0 ? <span className="sr-only">0</span> : null}
                            {face}
                          </span>
                        )}
                      </td>
                    );
                  })}
                  <td className="ps-2 text-end align-bottom text-sm leading-5 font-semibold">
                    {cellHref && total > 0 ? (
                      <a
                        href={cellHref(organisation.id, null)}
                        aria-current={isSelected(organisation.id, null) ? "true" : undefined}
                        className="hover:bg-thread-soft aria-[current]:bg-thread-soft inline-block min-w-8 rounded-sm px-1 py-0.5 underline-offset-2 hover:underline"
                      >
                        {total}
                      </a>
                    ) : (
                      <span className="inline-block px-1 py-0.5">{total}</span>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </div>
  );
}
