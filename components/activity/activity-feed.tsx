import { useTranslations } from "next-intl";
import type { ActivityEvent } from "@/domain/events";
import { Chip } from "../ui/chip";
import { Ago } from "../ui/date-time";
import { ActivitySentence } from "./activity-sentence";

type Entry = {
  id: string;
  at: Date;
  event: ActivityEvent;
  slug: string | null;
  outputId: string | null;
  person: string | null;
  personId: string | null;
  organisation: { shortName: string; country: string; hue: number } | null;
};

/** Lines of who did what, newest first. */
export function ActivityFeed({ entries, empty }: { entries: readonly Entry[]; empty: string }) {
  const t = useTranslations("activity.feed");
  if (entries.length === 0) return <p className="text-ink-soft">{empty}</p>;
  return (
    <ol className="divide-line divide-y" aria-label={t("label")}>
      {entries.map((entry) => {
        const former = t("former", { organisation: entry.organisation?.shortName ?? "" });
        const who = entry.personId === null ? null : (entry.person ?? former);
        return (
          <li key={entry.id} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-2.5">
            {entry.organisation ? <Chip {...entry.organisation} name={entry.organisation.shortName} /> : null}
            <span className="min-w-0 flex-1 basis-64">
              {who ? <span className="font-semibold">{who}</span> : null}{" "}
              <ActivitySentence
                event={entry.event}
                outputId={entry.outputId}
                {...(entry.slug ? { slug: entry.slug } : {})}
              />
            </span>
            <span className="text-ink-soft text-sm whitespace-nowrap">
              <Ago value={entry.at} />
            </span>
          </li>
        );
      })}
    </ol>
  );
}
