import type { Route } from "next";
import { useTranslations } from "@/messages/use-translations";
import type { NextStep } from "@/domain/outputs";
import type { Verdict } from "@/domain/reviews";
import { ReviewLines } from "./review-lines";
import { LinkButton } from "../ui/link-button";
import { TextLink } from "../ui/text-link";

type Props = {
  output: {
    id: string;
    next: NextStep;
    can: Record<"output.submit" | "output.decide" | "output.publish", boolean>;
  };
  base: string;
  submission: {
    id: string;
    open: boolean;
    /** Why the coordinator requested changes. */
    reasons: string | null;
    reviews: readonly {
      id: string;
      reviewer: string | null;
      verdict: Verdict | null;
      dueOn: string | null;
      answerBy: string | null;
      organisation: { shortName: string; country: string; hue: number };
      can: { "review.give": boolean };
    }[];
  } | null;
};

/**
 * Who the next step of an output waits for, and the button for it. The page names the step itself below its title, so
 * this is nothing when the person can do nothing.
 */
export function NextPanel({ output, base, submission }: Props) {
  const t = useTranslations("outputs");
  const ownReview = submission?.reviews.find((review) => review.can["review.give"] && review.verdict === null);
  const open = submission ? (`${base}/submissions/${submission.id}` as Route) : null;
  const reasons = output.next === "fix_and_resubmit" ? (submission?.reasons ?? null) : null;
  const canAsk =
    output.can["output.submit"] && ["ask_review", "fix_and_resubmit", "ask_review_again"].includes(output.next);
  const canPublish = output.next === "publish" && output.can["output.publish"];
  if (!submission?.open && reasons === null && !canAsk && !canPublish) return null;
  return (
    <aside
      aria-labelledby="what-next"
      className="border-line bg-paper-raised grid content-start gap-3 rounded-md border px-4 py-4"
    >
      <h2 id="what-next" className="font-serif text-xl font-semibold">
        {t("page.next")}
      </h2>
      {submission?.open ? <ReviewLines reviews={submission.reviews} /> : null}
      {open && reasons !== null ? (
        <div className="border-line-strong grid gap-1 border-s-2 ps-3">
          <p dir="auto" className="line-clamp-6 whitespace-pre-line wrap-anywhere">
            {reasons}
          </p>
          <TextLink href={open}>{t("page.readReasons")}</TextLink>
        </div>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {open && ownReview ? (
          <LinkButton href={open} kind="primary">
            {t("page.openSubmission")}
          </LinkButton>
        ) : null}
        {open && submission?.open && !ownReview ? (
          <LinkButton href={open} kind={output.can["output.decide"] && output.next === "decide" ? "primary" : "plain"}>
            {output.can["output.decide"] && output.next === "decide" ? t("page.decide") : t("page.openSubmission")}
          </LinkButton>
        ) : null}
        {canAsk ? (
          <LinkButton href={`${base}/submit` as Route} kind="primary" icon="review">
            {output.next === "ask_review" ? t("page.askReview") : t("page.askReviewAgain")}
          </LinkButton>
        ) : null}
        {canPublish ? (
          <LinkButton href={`${base}/publish` as Route} kind="primary" icon="globe">
            {t("page.publish")}
          </LinkButton>
        ) : null}
      </div>
    </aside>
  );
}
