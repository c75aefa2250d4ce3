import { messageKey } from "@/domain/events/events";
import { getFormatter, getReader, getTranslations } from "@/messages/server";
import { formatCalendarDate, formatMoment } from "@/messages/formatters";
import { eventLocaleFor, eventTranslatorFor } from "@/messages/translators";
import { ActivityLine, type Entry } from "./activity-line";
import { groupActivities, isNew, type News } from "./group-activities";

type Props = {
  entries: readonly Entry[];
  /** The locale that the person chose. The sentences exist in more languages than the interface. */
  language: string;
  /** Marks the activities of other people after this moment as new. */
  news?: News | undefined;
  withProject?: boolean;
};

/** Activities grouped by day and by burst, with absolute times, so that they can be printed. */
export async function ActivityDays({ entries, language, news, withProject = false }: Props) {
  const reader = await getReader();
  const { locale, timeZone } = reader;
  const [words, t, format] = await Promise.all([
    getTranslations("activity.feed"),
    eventTranslatorFor({ locale: language, timeZone }),
    getFormatter(),
  ]);
  const style = { t, locale: eventLocaleFor(language), withProject };
  const days = groupActivities(entries, timeZone, ({ type }) => t.has(`bursts.${messageKey(type)}`));
  const time = (at: Date) => (
    <time dateTime={at.toISOString()} title={formatMoment(reader, at, "full")}>
      {format.dateTime(at, { timeStyle: "short" })}
    </time>
  );
  const badge = (
    <span className="bg-accent-soft text-accent me-2 rounded-sm px-1.5 text-sm font-semibold">{words("new")}</span>
  );
  return days.map(({ date, bursts }) => (
    <section key={date} aria-labelledby={`day-${date}`} className="mb-6">
      <h3 id={`day-${date}`} className="text-ink-soft border-line-strong border-b pb-1 text-sm font-semibold">
        {formatCalendarDate(locale, date, "weekday")}
      </h3>
      <ol className="feed divide-line divide-y">
        {bursts.map(({ first, entries: each }) => (
          <li key={first.id}>
            <ActivityLine
              entry={first}
              {...style}
              {...(each.length > 1 ? { count: each.length } : {})}
              time={time(first.at)}
              mark={each.some((entry) => isNew(entry, news)) ? badge : null}
            />
            {each.length > 1 ? (
              <details className="burst -mt-1 pb-2.5">
                <summary className="text-ink-soft cursor-pointer text-sm">
                  {words("each", { count: each.length })}
                </summary>
                <ol className="border-line mt-1 border-s ps-4">
                  {each.map((entry) => (
                    <li key={entry.id}>
                      <ActivityLine entry={entry} {...style} time={time(entry.at)} />
                    </li>
                  ))}
                </ol>
              </details>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  ));
}
