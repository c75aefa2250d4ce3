import { html } from "@remix-run/html-template";
import type { ActivityEvent } from "@/domain/events";
import { getFormatter, getTranslations } from "@/messages/words";
import { chipMarkup } from "../ui/chip-markup";
import { Drawing } from "../ui/drawing";
import { activityTeller } from "./sentence-markup";

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

export type FeedLine = Omit<Entry, "at"> & { at: string; ago: string };

/** The lines as they are drawn, with how long ago each was. */
export function feedLines(entries: readonly Entry[], now: Date): FeedLine[] {
  const format = getFormatter();
  return entries.map((entry) => ({
    ...entry,
    at: entry.at.toISOString(),
    ago: format.relativeTime(entry.at, now),
  }));
}

/** Lines of who did what, newest first. */
export function ActivityFeed({ entries, empty }: { entries: readonly Entry[]; empty: string }) {
  if (entries.length === 0) return <p className="text-ink-soft">{empty}</p>;
  return <Drawing name="feed" input={feedLines(entries, new Date())} draw={drawFeed} />;
}

/** The markup of a feed. */
export async function drawFeed(lines: readonly FeedLine[]) {
  const [t, tell] = await Promise.all([getTranslations("activity.feed"), activityTeller()]);
  const format = getFormatter();
  const line = (entry: FeedLine) => {
    const { organisation, personId, person, at, ago } = entry;
    const former = () => t("former", { organisation: organisation?.shortName ?? "" });
    const who = personId === null ? "" : html`<span class="font-semibold">${person ?? former()}</span> `;
    const moment = format.dateTime(new Date(at), { dateStyle: "full", timeStyle: "short" });
    return html`<li class="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-2.5">
      ${organisation ? chipMarkup({ ...organisation, name: organisation.shortName }) : ""}
      <span class="min-w-0 flex-1 basis-64">${who}${tell(entry)}</span>
      <span class="text-ink-soft text-sm whitespace-nowrap"
        ><time datetime="${at}" title="${moment}">${ago}</time></span
      >
    </li>`;
  };
  return html`<ol class="divide-line divide-y" aria-label="${t("label")}">
    ${lines.map(line)}
  </ol>`;
}
