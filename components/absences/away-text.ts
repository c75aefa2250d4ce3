import { useLocale } from "next-intl";
import { formatCalendarDate } from "@/messages/formatters";
import { useTranslations } from "@/messages/use-translations";

/** Until when somebody is away, and who stands in for them. */
export type Absence = { until: string; standIn: string | null };

/** Says that somebody is away: "away until 3 June; Nikos replaces them". Messages: `people.away`. */
export function useAwayText(): (away: Absence) => string {
  const t = useTranslations("people.away");
  const locale = useLocale();
  return ({ until, standIn }) => {
    const day = formatCalendarDate(locale, until, "day");
    return standIn === null ? t("until", { day }) : t("standIn", { day, name: standIn });
  };
}
