"use client";

import { useTranslations } from "next-intl";
import type { Decide, GiveReview } from "@/domain/schemas/reviews";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Textarea } from "../ui/textarea";

type Props = {
  /** A requested review, with its comment when it was given before, or the coordinator's decision on a submission. */
  on: { kind: "review"; reviewId: string; given?: { comment: string } } | { kind: "decision"; submissionId: string };
};

/** A reviewer recommends; only the coordinator approves. */
const verdictLabels = {
  review: { approve: "recommend_approve", request_changes: "recommend_request_changes" },
  decision: { approve: "approve", request_changes: "request_changes" },
} as const;

/** Form with recommendation or decision, and a comment. */
export function VerdictForm({ on }: Props) {
  const t = useTranslations("reviews.form");
  const refresh = useRefresh();
  const labels = verdictLabels[on.kind];
  const fixed = on.kind === "review" ? { reviewId: on.reviewId } : { submissionId: on.submissionId };
  return (
    <MutationForm
      draft={on.kind === "review" ? `review ${on.reviewId}` : `decision ${on.submissionId}`}
      post={{ procedure: on.kind === "review" ? "reviews.give" : "reviews.decide", fixed }}
      mutate={(values) =>
        on.kind === "review"
          ? trpc.reviews.give.mutate({ ...values, ...fixed } as GiveReview)
          : trpc.reviews.decide.mutate({ ...values, ...fixed } as Decide)
      }
      onDone={refresh}
      submit={t(labels.approve)}
      submitIcon="check"
      submitValue={{ name: "verdict", value: "approve" }}
      beside={
        <Button type="submit" needsScript={false} icon="undo" name="verdict" value="request_changes">
          {t(labels.request_changes)}
        </Button>
      }
    >
      <Field name="comment" label={t(on.kind === "review" ? "comment" : "decisionComment")} hint={t("commentHint")}>
        <Textarea maxLength={10_000} defaultValue={on.kind === "review" ? on.given?.comment : undefined} />
      </Field>
    </MutationForm>
  );
}
