"use client";

import type { CloseReport, UnpublishReported } from "@/domain/schemas/reports";
import type { ReportedKind } from "@/domain/reports";
import { useTranslations } from "@/messages/use-translations";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { Field } from "../ui/field";
import { Textarea } from "../ui/textarea";

function AnswerField({ canAnswer }: { canAnswer: boolean }) {
  const t = useTranslations("reports.close");
  return (
    <Field name="answer" label={t("answer")} hint={t(canAnswer ? "answerHint" : "noteHint")} required>
      <Textarea maxLength={4_000} />
    </Field>
  );
}

type Props = { reportId: string; canAnswer: boolean };

/** Closes a report with an answer and leaves its page as it is. */
export function CloseReportForm({ reportId, canAnswer }: Props) {
  const t = useTranslations("reports.close");
  return (
    <MutationForm
      draft={`close report ${reportId}`}
      post={{ procedure: "reports.close", fixed: { reportId } }}
      submit={t("submit")}
      submitKind="plain"
      mutate={(values) => trpc.reports.close.mutate({ ...values, reportId } as CloseReport)}
      onDone={useRefresh()}
    >
      <AnswerField canAnswer={canAnswer} />
    </MutationForm>
  );
}

/** Unpublishes a reported page with a reason for its owner, and closes the report. */
export function UnpublishForm({ reportId, canAnswer, kind }: Props & { kind: ReportedKind }) {
  const t = useTranslations("reports.unpublish");
  const isShown = kind === "outputs" || kind === "practices";
  return (
    <MutationForm
      draft={`unpublish reported ${reportId}`}
      post={{ procedure: "reports.unpublish", fixed: { reportId } }}
      submit={t("submit")}
      submitKind="danger"
      mutate={(values) => trpc.reports.unpublish.mutate({ ...values, reportId } as UnpublishReported)}
      onDone={useRefresh()}
    >
      <Field name="reason" label={t("reason")} hint={isShown ? t("reasonPublic") : undefined} required>
        <Textarea maxLength={2_000} rows={2} />
      </Field>
      <AnswerField canAnswer={canAnswer} />
    </MutationForm>
  );
}
