import { useTranslations } from "next-intl";
import type { Verdict } from "@/domain/reviews";
import { Chip } from "../ui/chip";
import { Ago, CalendarDate } from "../ui/date-time";
import { VerdictBadge } from "./review-lines";

type Organisation = { shortName: string; country: string; hue: number };
type Review = {
  id: string;
  reviewer: string | null;
  verdict: Verdict | null;
  comment: string;
  dueOn: string | null;
  decidedAt: Date | null;
  organisation: Organisation;
};

/** Each review in full. */
export function ReviewCards({ reviews, open }: { reviews: readonly Review[]; open: boolean }) {
  const t = useTranslations("reviews");
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
              {open && review.verdict === null && review.dueOn
                ? t.rich("until", { d: () => <CalendarDate value={review.dueOn ?? ""} /> })
                : null}
            </span>
          </p>
          {review.comment ? (
            <p dir="auto" className="max-w-prose whitespace-pre-line wrap-anywhere">
              {review.comment}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
