"use client";

import { useTranslations } from "@/messages/use-translations";
import type { Decide } from "@/domain/schemas/reviews";
import type { Decision } from "@/domain/reviews";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import type { IconName } from "../ui/icon-paths";
import { Textarea } from "../ui/textarea";

const icons: Record<Decision, IconName> = { approve: "check", request_changes: "undo", reject: "cross" };

/** The coordinator's decision on a submission; an approval is offered when the rules of approval are met. */
export function DecisionForm({ submissionId, approvable }: { submissionId: string; approvable: boolean }) {
  const t = useTranslations("reviews.form");
  const fixed = { submissionId };
  const [first, ...others]: readonly [Decision, ...Decision[]] = approvable
    ? ["approve", "request_changes", "reject"]
    : ["request_changes", "reject"];
  return (
    <MutationForm
      draft={`decision ${submissionId}`}
      post={{ procedure: "reviews.decide", fixed }}
      mutate={(values) => trpc.reviews.decide.mutate({ ...values, ...fixed } as Decide)}
      onDone={useRefresh()}
      submit={t(first)}
      submitIcon={icons[first]}
      submitValue={{ name: "verdict", value: first }}
      beside={others.map((verdict) => (
        <Button key={verdict} type="submit" needsScript={false} icon={icons[verdict]} name="verdict" value={verdict}>
          {t(verdict)}
        </Button>
      ))}
    >
      <Field name="comment" label={t("decisionComment")} hint={t("commentHint")}>
        <Textarea maxLength={10_000} />
      </Field>
    </MutationForm>
  );
}
