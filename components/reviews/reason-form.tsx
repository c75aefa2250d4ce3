"use client";

import { useTranslations } from "@/messages/use-translations";
import type { WithReason } from "@/domain/schemas/reviews";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { Field } from "../ui/field";
import { Textarea } from "../ui/textarea";

const acts = {
  withdraw: { procedure: "reviews.withdraw", mutation: trpc.reviews.withdraw, reason: "withdrawReason" },
  reopen: { procedure: "reviews.reopen", mutation: trpc.reviews.reopen, reason: "reopenReason" },
} as const;

/** Withdraws a submission or reopens its decision, with a reason; closed below its name until it is opened. */
export function ReasonForm({ submissionId, act }: { submissionId: string; act: keyof typeof acts }) {
  const t = useTranslations("reviews.page");
  const { procedure, mutation, reason } = acts[act];
  return (
    <details>
      <summary className="link w-fit">{t(act)}</summary>
      <div className="grid max-w-xl gap-4 pt-3">
        <p className="text-ink-soft">{t(`${act}Text`)}</p>
        <MutationForm
          draft={`${act} ${submissionId}`}
          post={{ procedure, fixed: { submissionId } }}
          submit={t(act)}
          submitKind="plain"
          mutate={(values) => mutation.mutate({ ...values, submissionId } as WithReason)}
          onDone={useRefresh()}
        >
          <Field name="reason" label={t(reason)} required>
            <Textarea maxLength={2_000} rows={2} />
          </Field>
        </MutationForm>
      </div>
    </details>
  );
}
