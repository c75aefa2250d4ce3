import type { Translator } from "@/messages/translators";
import type { CalendarDay } from "../calendar/calendar-file";

type Subject = { slug: string; acronym: string; number: number; title: string; dueOn: string | null };
type Output = Subject & { id: string; next: string };
type Review = Subject & { id: string; outputId: string; submissionId: string };

type Due = {
  outputs: readonly Output[];
  reviews: readonly Review[];
  /** The address of this server, for the links. */
  origin: string;
  /** "people.home". */
  t: Translator;
  /** "outputs.next". */
  steps: Translator;
};

/** The outputs and reviews that have a due date, as days of a calendar. */
export function dueDays({ outputs, reviews, origin, t, steps }: Due): CalendarDay[] {
  const dayOf = (subject: Subject, id: string, path: string, title: string, text: string): CalendarDay[] =>
    subject.dueOn === null
      ? []
      : [{ id, day: subject.dueOn, title, text, url: `${origin}/projects/${subject.slug}/outputs/${path}` }];
  const nameOf = ({ number, title, acronym }: Subject) => ({ output: `O${String(number)} ${title}`, project: acronym });
  return [
    ...outputs.flatMap((output) =>
      dayOf(output, output.id, output.id, t("calendarDue", nameOf(output)), steps(output.next)),
    ),
    ...reviews.flatMap((review) =>
      dayOf(
        review,
        review.id,
        `${review.outputId}/submissions/${review.submissionId}`,
        t("calendarReview", nameOf(review)),
        t("openReview"),
      ),
    ),
  ];
}
