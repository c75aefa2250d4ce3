import { useTranslations } from "@/messages/use-translations";
import type { Verdict } from "@/domain/reviews";
import { Chip } from "../ui/chip";
import { CalendarDate } from "../ui/date-time";
import { StatusBadge, type Tone } from "../ui/status-badge";

type Line = {
  id: string;
  reviewer: string | null;
  verdict: Verdict | null;
  dueOn: string | null;
  answerBy: string | null;
  organisation: { shortName: string; country: string; hue: number };
};

const tones: Record<Verdict, Tone> = {
  approve: "approved",
  approve_with_remarks: "approved",
  request_changes: "changes",
  reject: "late",
};

/** A recommendation as text with an icon. */
export function VerdictBadge({ verdict, open = true }: { verdict: Verdict | null; open?: boolean }) {
  const t = useTranslations("reviews.verdict");
  if (verdict === null) return <StatusBadge tone="neutral">{t(open ? "waiting" : "not_given")}</StatusBadge>;
  return <StatusBadge tone={tones[verdict]}>{t(verdict)}</StatusBadge>;
}

/** When a review is needed, or the day by which the reviewer said that they answer. */
export function ReviewDay({ dueOn, answerBy }: Pick<Line, "dueOn" | "answerBy">) {
  const t = useTranslations("reviews");
  const day = answerBy ?? dueOn;
  if (day === null) return null;
  return t.rich(answerBy === null ? "until" : "answersBy", { d: () => <CalendarDate value={day} /> });
}

/** Reviewers and their recommendations, one line each. */
export function ReviewLines({ reviews }: { reviews: readonly Line[] }) {
  const t = useTranslations("reviews");
  return (
    <ul className="grid gap-2">
      {reviews.map((review) => (
        <li key={review.id} className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
          <Chip {...review.organisation} name={review.organisation.shortName} />
          <bdi>{review.reviewer ?? t("former")}</bdi>
          <VerdictBadge verdict={review.verdict} />
          {review.verdict === null ? (
            <span className="text-ink-soft">
              <ReviewDay {...review} />
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
