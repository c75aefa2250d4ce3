import type { ActivityEvent } from "@/domain/events/events";
import { getTranslations } from "@/messages/server";
import { Chip } from "../ui/chip";
import { Ago } from "../ui/date-time";
import { ActivitySentence } from "./activity-sentence";

type Entry = {
  id: string;
  at: Date;
  /** Null for a stored event that this version cannot parse. */
  event: ActivityEvent | null;
  about: string | null;
  slug: string | null;
  outputId: string | null;
  person: string | null;
  personId: string | null;
  organisation: { shortName: string; country: string; hue: number } | null;
};

type Props = {
  entries: readonly Entry[];
  empty: string;
  /** Leaves out the name of the output, for the activity of one output. */
  onOutput?: boolean;
};

/** Activity entries, newest first. */
export async function ActivityFeed({ entries, empty, onOutput = false }: Props) {
  if (entries.length === 0) return <p className="text-ink-soft">{empty}</p>;
  const [t, everywhere, output] = await Promise.all([
    getTranslations("activity.feed"),
    getTranslations("activity.sentences"),
    onOutput ? getTranslations("activity.onOutput") : undefined,
  ]);
  const nameOf = ({ personId, person, organisation }: Entry) =>
    personId === null ? null : (person ?? t("former", { organisation: organisation?.shortName ?? "" }));
  return (
    <ol className="divide-line divide-y" aria-label={t("label")}>
      {entries.map((entry) => {
        const { id, at, organisation, event, about, slug, outputId } = entry;
        const name = nameOf(entry);
        return (
          <li key={id} className="feed-row">
            {organisation ? <Chip {...organisation} name={organisation.shortName} /> : null}
            <span className="min-w-0 flex-1 basis-64">
              {name === null ? null : (
                <>
                  <span className="font-semibold">{name}</span>{" "}
                </>
              )}
              <ActivitySentence
                {...{ event, about, slug, outputId, everywhere }}
                onOutput={output}
                someone={t("someone")}
                unreadable={t("unreadable")}
              />
            </span>
            <span className="text-ink-soft text-sm whitespace-nowrap">
              <Ago value={at} />
            </span>
          </li>
        );
      })}
    </ol>
  );
}
