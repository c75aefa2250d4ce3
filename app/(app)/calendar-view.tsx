import type { Route } from "next";
import type { ReactNode } from "react";
import { DayList, MonthTable } from "@/components/calendar/calendar-days";
import { FeedForm } from "@/components/calendar/feed-form";
import { ClientMessages } from "@/components/shared/client-messages";
import { FilterForm } from "@/components/shared/filter-form";
import { pageAddress } from "@/components/shared/page-address";
import { Pager } from "@/components/shared/pager";
import { Section } from "@/components/shared/section";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { calendarOwners, daysAround, monthAfter, monthOf } from "@/domain/calendar";
import { addDays, dayIn } from "@/domain/dates";
import { listCalendarInput, monthInput } from "@/domain/schemas/calendar";
import { formatCalendarDate, timeZoneName } from "@/messages/formatters";
import { getReader, getTranslations } from "@/messages/server";
import { orNotFound, serverApi } from "@/server/trpc/rsc";

type Props = {
  path: "/calendar" | `/projects/${string}/calendar`;
  /** The project of the calendar; without it all projects of the person. */
  slug?: string;
  search: Readonly<Record<string, string | string[] | undefined>>;
};

const word = (value: string | string[] | undefined) => (typeof value === "string" ? value : "");

/** What the address asks for; invalid values, from a broken link, are ignored. */
function askedFor({ slug, search }: Pick<Props, "slug" | "search">, today: string) {
  const month = monthInput.safeParse(`${word(search.month)}-01`).data ?? monthOf(today);
  const view = search.view === "list" ? "list" : "";
  const standard = slug === undefined ? "me" : "everyone";
  const who = calendarOwners.find((one) => one === search.who) ?? standard;
  const last = addDays(`${monthAfter(month, 1)}-01`, -1);
  const days = view === "list" ? { from: `${month}-01`, to: last } : daysAround(month);
  const input = listCalendarInput.parse({ slug, who, ...days, cursor: word(search.cursor) || undefined });
  return { month, view, standard, who, input };
}

/** The calendar of a project or of the person: a month or its days, and the address for calendar programs. */
export async function CalendarView({ path, slug, search }: Props) {
  const reader = await getReader();
  const today = dayIn(new Date(), reader.timeZone);
  const { month, view, standard, who, input } = askedFor({ slug, search }, today);
  const api = await serverApi();
  const [days, feed, t] = await Promise.all([
    orNotFound(api.calendar.list(input)),
    orNotFound(api.calendar.feed({ slug })),
    getTranslations("calendar"),
  ]);
  const monthName = (one: string) => formatCalendarDate(reader.locale, `${one}-01`, "month");
  const filters = { who: who === standard ? "" : who, view };
  const address = (more: { month?: string; view?: string; cursor?: string }, place?: string): Route =>
    pageAddress(path, { ...filters, month, ...more }, place);
  const inMonth = days.items.filter(({ dueOn }) => monthOf(dueOn) === month);
  const shown = { today, withProject: slug === undefined };
  const list =
    inMonth.length > 0 ? (
      <DayList entries={inMonth} {...shown} />
    ) : (
      <EmptyState title={t("none", { month: monthName(month) })}>{t("noneText")}</EmptyState>
    );
  return (
    <>
      <FilterForm
        path={path}
        label={t("filters")}
        apply={t("apply")}
        clear={t("clear")}
        hidden={word(search.month) === "" ? {} : { month }}
        filters={[
          {
            name: "who",
            label: t("who"),
            value: filters.who,
            all: t(`owners.${standard}`),
            options: calendarOwners
              .filter((one) => one !== standard)
              .map((value) => ({ value, label: t(`owners.${value}`) })),
          },
          {
            name: "view",
            label: t("view"),
            value: view,
            all: t("month"),
            options: [{ value: "list", label: t("agenda") }],
          },
        ]}
      />
      <Section
        title={<time dateTime={month}>{monthName(month)}</time>}
        action={<Months address={address} month={month} name={monthName} today={today} />}
      >
        {view === "list" ? (
          list
        ) : (
          <>
            <div className="hidden lg:block">
              <MonthTable
                entries={days.items}
                month={month}
                listAddress={(day) => address({ view: "list", month: monthOf(day) }, `day-${day}`)}
                {...shown}
              />
            </div>
            <div className="lg:hidden">{list}</div>
          </>
        )}
        <Pager
          next={days.nextCursor ? address({ cursor: days.nextCursor }) : null}
          first={word(search.cursor) ? address({}) : null}
        />
        <p className="text-ink-soft mt-4 max-w-prose text-sm">
          {t("zone", { today: formatCalendarDate(reader.locale, today, "weekday"), zone: timeZoneName(reader) })}
        </p>
      </Section>
      <FeedSection slug={slug} feed={feed} />
    </>
  );
}

type MonthsProps = {
  address: (more: { month?: string }) => Route;
  month: string;
  name: (month: string) => string;
  today: string;
};

async function Months({ address, month, name, today }: MonthsProps) {
  const t = await getTranslations("calendar");
  const [before, after] = [monthAfter(month, -1), monthAfter(month, 1)];
  return (
    <nav aria-label={t("months")} className="no-print flex flex-wrap gap-2">
      <LinkButton href={address({ month: before })} size="small" icon="chevron-left">
        <time dateTime={before}>{name(before)}</time>
      </LinkButton>
      {month === monthOf(today) ? null : (
        <LinkButton href={address({ month: monthOf(today) })} size="small">
          {t("thisMonth")}
        </LinkButton>
      )}
      <LinkButton href={address({ month: after })} size="small" icon="chevron-right">
        <time dateTime={after}>{name(after)}</time>
      </LinkButton>
    </nav>
  );
}

async function FeedSection({
  slug,
  feed,
}: {
  slug: string | undefined;
  feed: { address: string; since: Date } | null;
}): Promise<ReactNode> {
  const t = await getTranslations("calendar.feed");
  return (
    <Section id="feed" title={t("title")} description={t(slug === undefined ? "lead" : "projectLead")}>
      <div className="no-print max-w-form grid gap-4">
        {feed ? (
          <div className="grid gap-1">
            <p className="font-semibold">{t("address")}</p>
            <p className="bg-paper-sunken rounded-md px-3 py-2 font-mono text-sm wrap-anywhere">{feed.address}</p>
            <p className="text-ink-soft text-sm">{t("since", { since: feed.since })}</p>
          </div>
        ) : null}
        <p className="text-ink-soft text-sm">{t("secret")}</p>
        <ClientMessages of={["calendar.feed"]}>
          <FeedForm {...(slug === undefined ? {} : { slug })} exists={feed !== null} />
        </ClientMessages>
      </div>
    </Section>
  );
}
