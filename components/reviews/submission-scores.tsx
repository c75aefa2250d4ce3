import { useTranslations } from "@/messages/use-translations";
import { type Criterion, isStandardCriterion } from "@/domain/rubrics";
import { ScoreMatrix } from "../pictures/pictures";

type Review = {
  id: string;
  reviewer: string | null;
  verdict: string | null;
  organisation: { shortName: string; country: string; hue: number };
  scores: readonly { criterion: string; score: number | null }[];
};

/** Whether any review has scores. */
export const hasScores = (reviews: readonly Review[]) => reviews.some(({ scores }) => scores.length > 0);

/** The scores of the given reviews as a picture with a table. */
export function SubmissionScores({ rubric, reviews }: { rubric: readonly Criterion[]; reviews: readonly Review[] }) {
  const t = useTranslations("reviews");
  const criteria = rubric.map(({ key, label }) => ({
    key,
    name: isStandardCriterion(key) ? t(`criteria.${key}`) : (label ?? key),
  }));
  const reviewers = reviews
    .filter(({ verdict }) => verdict !== null)
    .map(({ id, reviewer, organisation: { shortName, country, hue }, scores }) => ({
      id,
      name: reviewer ?? t("former"),
      organisation: { shortName, country, hue },
      scores: Object.fromEntries(scores.map(({ criterion, score }) => [criterion, score])),
    }));
  return <ScoreMatrix criteria={criteria} reviewers={reviewers} />;
}
