"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { Verdict } from "@/domain/reviews";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { RestoredText } from "../shared/restored-text";
import { useMutation } from "../shared/use-mutation";
import { useUnsavedText } from "../shared/use-unsaved-text";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Notice } from "../ui/notice";
import { Textarea } from "../ui/textarea";

type Props = {
  /** A requested review, or the coordinator's decision on a submission. */
  on: { kind: "review"; reviewId: string } | { kind: "decision"; submissionId: string };
};

/** A reviewer recommends; only the coordinator approves. */
const verdictLabels = {
  review: { approve: "recommend_approve", request_changes: "recommend_request_changes" },
  decision: { approve: "approve", request_changes: "request_changes" },
} as const;

/** Form with recommendation or decision, and a comment. */
export function VerdictForm({ on }: Props) {
  const t = useTranslations("reviews.form");
  const labels = verdictLabels[on.kind];
  const refresh = useRefresh();
  const text = useRef<HTMLTextAreaElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const { restored, forget, discard } = useUnsavedText(
    on.kind === "review" ? `review ${on.reviewId}` : `decision ${on.submissionId}`,
    form,
  );
  const [comment, setComment] = useState("");
  const [missing, setMissing] = useState(false);
  const { run, pending, problem, fieldProblems } = useMutation((verdict: Verdict) =>
    on.kind === "review"
      ? trpc.reviews.give.mutate({ reviewId: on.reviewId, verdict, comment })
      : trpc.reviews.decide.mutate({ submissionId: on.submissionId, verdict, comment }),
  );
  const submit = async (verdict: Verdict) => {
    const lacks = verdict === "request_changes" && comment.trim().length < 3;
    setMissing(lacks);
    if (lacks) {
      text.current?.focus();
      return;
    }
    const outcome = await run(verdict);
    if (!outcome.done) return;
    forget();
    refresh();
  };
  const wrong = missing ? t("missing") : fieldProblems.comment;
  return (
    <form
      ref={form}
      method="post"
      onSubmit={(event) => event.preventDefault()}
      aria-busy={pending}
      className="grid gap-4"
    >
      {restored ? <RestoredText outdated={restored.outdated} onDiscard={discard} /> : null}
      {problem ? (
        <Notice tone="late" live>
          {problem.sentence}
        </Notice>
      ) : null}
      <Field name="comment" label={t("comment")} hint={t("commentHint")} {...(wrong ? { error: wrong } : {})}>
        <Textarea
          ref={text}
          value={comment}
          maxLength={10_000}
          onChange={(event) => {
            setComment(event.target.value);
            setMissing(false);
          }}
        />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button kind="primary" icon="check" aria-disabled={pending} onClick={() => void submit("approve")}>
          {pending ? t("working") : t(labels.approve)}
        </Button>
        <Button icon="undo" aria-disabled={pending} onClick={() => void submit("request_changes")}>
          {t(labels.request_changes)}
        </Button>
      </div>
    </form>
  );
}
