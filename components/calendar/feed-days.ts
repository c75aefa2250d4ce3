import type { CalendarKind } from "@/domain/calendar";
import type { Translator } from "@/messages/translators";
import type { CalendarDay } from "./calendar-file";
import { entryPath } from "./calendar-links";

type Day = {
  kind: CalendarKind;
  id: string;
  slug: string;
  acronym: string;
  outputId: string | null;
  submissionId: string | null;
  number: number | null;
  title: string;
  dueOn: string;
  organisation: string;
  person: string | null;
  revision: number;
  changedAt: Date;
};

type Feed = {
  /** The project of the feed; null for a person's own days in all projects. */
  acronym: string | null;
  days: readonly Day[];
};

/** The days of a feed as events of a calendar file. `t`: "calendar". */
export function feedDays({ acronym, days }: Feed, origin: string, t: Translator): CalendarDay[] {
  const nameOf = (day: Day) =>
    day.kind === "task" ? day.title : t(day.kind, { number: String(day.number), title: day.title });
  const textOf = (day: Day) => {
    const from = day.person === null ? day.organisation : `${day.person} (${day.organisation})`;
    if (day.kind !== "review") return t(`feed.${day.kind}`, { for: from });
    return acronym === null ? t("feed.review") : t("feed.projectReview", { for: from });
  };
  return days.map((day) => ({
    id: day.id,
    day: day.dueOn,
    title: acronym === null ? `${nameOf(day)} · ${day.acronym}` : nameOf(day),
    text: textOf(day),
    url: `${origin}${entryPath(day)}`,
    revision: day.revision,
    changedAt: day.changedAt,
  }));
}
