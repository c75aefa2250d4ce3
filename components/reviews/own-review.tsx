import { dayInBrussels } from "@/domain/dates";
import { answerDays, type Verdict } from "@/domain/reviews";
import type { Criterion } from "@/domain/rubrics";
import { useTranslations } from "@/messages/use-translations";
import { Folded } from "../shared/folded";
import { Section } from "../shared/section";
import { AcknowledgeForm } from "./acknowledge-form";
import { ReviewForm } from "./review-form";

type Props = {
  review: {
    id: string;
    verdict: Verdict | null;
    comment: string;
    answerBy: string | null;
    decidedAt: Date | null;
    scores: readonly { criterion: string; score: number | null; comment: string }[];
  };
  rubric: readonly Criterion[];
  /** The name of the person who asked for the review. */
  person: string;
};

/** The review that is asked of the reader: to give, to announce or to change. */
export function OwnReview({ review, rubric, person }: Props) {
  const t = useTranslations("reviews.page");
  const isGiven = review.verdict !== null;
  return (
    <Section
      title={t("yours")}
      description={isGiven ? t("yoursGiven") : t("yoursLead", { person })}
      className="max-w-form"
    >
      <div className="grid gap-5">
        {isGiven ? null : (
          <AcknowledgeForm reviewId={review.id} answerBy={review.answerBy} {...answerDays(dayInBrussels(new Date()))} />
        )}
        <Folded summary={isGiven ? t("changeYours") : null}>
          <ReviewForm key={review.decidedAt?.getTime()} reviewId={review.id} rubric={rubric} given={review} />
        </Folded>
      </div>
    </Section>
  );
}
