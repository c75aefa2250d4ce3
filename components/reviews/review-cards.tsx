import { useTranslations } from "@/messages/use-translations";
import type { Verdict } from "@/domain/reviews";
import { type Criterion, isStandardCriterion } from "@/domain/rubrics";
import { Chip } from "../ui/chip";
import { Ago } from "../ui/date-time";
import { ReviewDay, VerdictBadge } from "./review-lines";
import { StandInForm } from "./stand-in-form";

type Organisation = { shortName: string; country: string; hue: number };
type Review = {
  id: string;
  reviewer: string | null;
  verdict: Verdict | null;
  comment: string;
  dueOn: string | null;
  answerBy: string | null;
  decidedAt: Date | null;
  organisation: Organisation;
  scores: readonly { criterion: string; score: number | null; comment: string }[];
};

type Props = {
  reviews: readonly Review[];
  open: boolean;
  rubric: readonly Criterion[];
  /** Whether the person may ask somebody else for a review that is not given. */
  canNameStandIn: (review: { id: string }) => boolean;
};

/** Each review in full. */
export function ReviewCards({ reviews, open, rubric, canNameStandIn }: Props) {
  const t = useTranslations("reviews");
  const nameOf = (key: string) =>
    isStandardCriterion(key) ? t(`criteria.${key}`) : (rubric.find((one) => one.key === key)?.label ?? key);
  return (
    <ul className="divide-line border-line divide-y border-y">
      {reviews.map((review) => (
        <li key={review.id} className="grid gap-1.5 py-3">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <Chip {...review.organisation} name={review.organisation.shortName} />
            <bdi className="font-semibold">{review.reviewer ?? t("former")}</bdi>
            <VerdictBadge verdict={review.verdict} open={open} />
            <span className="text-ink-soft text-sm">
              {review.decidedAt ? <Ago value={review.decidedAt} /> : null}
              {open && review.verdict === null ? <ReviewDay {...review} /> : null}
            </span>
          </p>
          {review.comment ? (
            <p dir="auto" className="max-w-prose whitespace-pre-line wrap-anywhere">
              {review.comment}
            </p>
          ) : null}
          {review.scores.some(({ comment }) => comment !== "") ? (
            <dl className="grid max-w-prose gap-1 text-sm">
              {review.scores
                .filter(({ comment }) => comment !== "")
                .map(({ criterion, comment }) => (
                  <div key={criterion}>
                    <dt className="text-ink-soft inline font-semibold">
                      <bdi>{nameOf(criterion)}</bdi>:
                    </dt>{" "}
                    <dd dir="auto" className="inline wrap-anywhere">
                      {comment}
                    </dd>
                  </div>
                ))}
            </dl>
          ) : null}
          {open && review.verdict === null && canNameStandIn(review) ? (
            <div>
              <StandInForm reviewId={review.id} />
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
