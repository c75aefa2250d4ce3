import { getReader, getTranslations } from "@/messages/server";
import { eventLocaleFor, eventTranslatorFor } from "@/messages/translators";
import { Ago } from "../ui/date-time";
import { ActivityLine, type Entry } from "./activity-line";

type Props = {
  entries: readonly Entry[];
  empty: string;
  /** The locale that the person chose. The sentences exist in more languages than the interface. */
  language: string;
  /** In the history of one output, its name is left out of each line. */
  onOutput?: boolean;
  withProject?: boolean;
};

/** A short list of who did what, newest first. */
export async function ActivityFeed({ entries, empty, language, onOutput = false, withProject = false }: Props) {
  if (entries.length === 0) return <p className="text-ink-soft">{empty}</p>;
  const { timeZone } = await getReader();
  const [words, t] = await Promise.all([
    getTranslations("activity.feed"),
    eventTranslatorFor({ locale: language, timeZone }),
  ]);
  const style = { t, locale: eventLocaleFor(language), onOutput, withProject };
  return (
    <ol className="feed divide-line divide-y" aria-label={words("label")}>
      {entries.map((entry) => (
        <li key={entry.id}>
          <ActivityLine entry={entry} {...style} time={<Ago value={entry.at} />} />
        </li>
      ))}
    </ol>
  );
}
