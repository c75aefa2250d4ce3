import { useTranslations } from "next-intl";
import { type CalendarDay, calendarFile } from "./calendar-file";
import { buttonStyle } from "../ui/button-style";
import { Icon } from "../ui/icon";

type Subject = { slug: string; acronym: string; number: number; title: string; dueOn: string | null };
type Output = Subject & { id: string; next: string };
type Review = Subject & { id: string; outputId: string; submissionId: string };

type Props = {
  outputs: readonly Output[];
  reviews: readonly Review[];
  /** The address of this instance, for links in the calendar. */
  instance: string;
  now: Date;
};

/** Downloads the due dates of this page as a calendar file, which is created in the browser. */
export function DueCalendar({ outputs, reviews, instance, now }: Props) {
  const t = useTranslations("people.home");
  const words = useTranslations("outputs.next");
  const dayOf = (one: Subject, id: string, path: string, title: string, text: string): CalendarDay[] =>
    one.dueOn === null
      ? []
      : [{ id, day: one.dueOn, title, text, url: `${instance}/projects/${one.slug}/outputs/${path}` }];
  const name = ({ number, title, acronym }: Subject) => ({ output: `O${String(number)} ${title}`, project: acronym });
  const days = [
    ...outputs.flatMap((output) =>
      dayOf(output, output.id, output.id, t("calendarDue", name(output)), words(output.next)),
    ),
    ...reviews.flatMap((review) =>
      dayOf(
        review,
        review.id,
        `${review.outputId}/submissions/${review.submissionId}`,
        t("calendarReview", name(review)),
        t("openReview"),
      ),
    ),
  ];
  if (days.length === 0) return null;
  return (
    <a
      href={`data:text/calendar;charset=utf-8,${encodeURIComponent(calendarFile(days, now))}`}
      download="consorta.ics"
      className={buttonStyle("quiet", "small")}
    >
      <Icon name="calendar" />
      {t("calendar")}
    </a>
  );
}
