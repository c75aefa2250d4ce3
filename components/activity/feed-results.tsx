import type { Route } from "next";
import { timeZoneName } from "@/messages/formatters";
import { getReader, getTranslations } from "@/messages/server";
import { Pager } from "../shared/pager";
import { EmptyState } from "../ui/empty-state";
import { LinkButton } from "../ui/link-button";
import { Notice } from "../ui/notice";
import { ActivityDays } from "./activity-days";
import type { Entry } from "./activity-line";
import { type FeedQuery, feedQuery } from "./activity-path";

type Props = {
  /** Null when the filters cannot be applied. */
  feed: { items: readonly Entry[]; nextCursor: string | null } | null;
  /** The code of the problem with the filters, if there is one. */
  problem: string | null;
  /** The page that the feed is on, without its filters. */
  path: string;
  query: FeedQuery;
  /** The query of the export, with the filters that the page sets itself. */
  exported: FeedQuery;
  language: string;
  news?: { since: Date; personId: string };
  withProject?: boolean;
};

/** A filtered feed by day, with its pages and its export, or why there is none. */
export async function FeedResults({ feed, problem, path, query, exported, language, news, withProject }: Props) {
  const [t, page, problems, reader] = await Promise.all([
    getTranslations("activity.feed"),
    getTranslations("activity.page"),
    getTranslations("problems"),
    getReader(),
  ]);
  const { cursor, ...filters } = query;
  const clear = <LinkButton href={path as Route}>{t("clear")}</LinkButton>;
  if (problem !== null) {
    return (
      <Notice tone="late">
        <p className="mb-2">{problems(problem)}</p>
        {clear}
      </Notice>
    );
  }
  if (feed === null) return null;
  const address = (more: FeedQuery) => `${path}${feedQuery({ ...filters, ...more })}#feed` as Route;
  const isFiltered = Object.keys(filters).length > 0;
  return (
    <>
      {feed.items.length > 0 ? (
        <p className="text-ink-soft mb-4 text-sm">{t("zone", { zone: timeZoneName(reader) })}</p>
      ) : null}
      {feed.items.length > 0 ? (
        <ActivityDays entries={feed.items} language={language} news={news} {...(withProject ? { withProject } : {})} />
      ) : isFiltered ? (
        <EmptyState title={t("emptyFiltered")} action={clear}>
          {t("emptyFilteredText")}
        </EmptyState>
      ) : (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      )}
      <Pager
        next={feed.nextCursor === null ? null : address({ cursor: feed.nextCursor })}
        first={cursor ? address({}) : null}
      />
      {feed.items.length > 0 ? (
        <p className="no-print text-ink-soft mt-4 flex flex-wrap gap-x-3 text-sm">
          {page("export")}
          {(["csv", "xlsx"] as const).map((format) => (
            <a
              key={format}
              href={`/api/activity/export${feedQuery({ ...exported, format })}`}
              className="link"
              download
            >
              {page(format)}
            </a>
          ))}
        </p>
      ) : null}
    </>
  );
}
