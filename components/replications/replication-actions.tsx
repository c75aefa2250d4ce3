"use client";

import { useTranslations } from "@/messages/use-translations";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { ConfirmButton } from "../shared/confirm-button";
import { MutationForm } from "../shared/mutation-form";
import { Checkbox } from "../ui/choice";
import { Field } from "../ui/field";
import { Textarea } from "../ui/textarea";

type Props = { replicationId: string; owner: string; canSend: boolean; canWithdraw: boolean };

/** Buttons to send a report and to take it back, each after a confirmation. */
export function ReplicationActions({ replicationId, owner, canSend, canWithdraw }: Props) {
  const t = useTranslations("replications.view");
  const refresh = useRefresh();
  return (
    <>
      {canSend ? (
        <ConfirmButton
          label={t("send")}
          icon="mail"
          kind="primary"
          title={t("sendSure")}
          description={t("sendText", { owner })}
          mutate={() => trpc.replications.send.mutate({ replicationId })}
          onDone={refresh}
        />
      ) : null}
      {canWithdraw ? (
        <ConfirmButton
          label={t("withdraw")}
          icon="undo"
          kind="plain"
          title={t("withdrawSure")}
          description={t("withdrawText")}
          mutate={() => trpc.replications.withdraw.mutate({ replicationId })}
          onDone={refresh}
        />
      ) : null}
    </>
  );
}

/** The owner of a practice answers a report, and may publish it at once. */
export function AnswerForm({
  replicationId,
  answer,
  isPublic,
}: {
  replicationId: string;
  answer: string;
  isPublic: boolean;
}) {
  const t = useTranslations("replications.answer");
  return (
    <MutationForm
      draft={`answer replication ${replicationId}`}
      submit={t("submit")}
      mutate={(values) =>
        trpc.replications.answer.mutate({
          replicationId,
          answer: typeof values["answer"] === "string" ? values["answer"] : "",
          agreed: values["agreed"] === true,
        })
      }
      onDone={useRefresh()}
    >
      <Field name="answer" label={t("text")}>
        <Textarea rows={3} maxLength={4_000} defaultValue={answer} />
      </Field>
      {isPublic ? null : <Checkbox name="agreed" label={t("agreed")} hint={t("agreedHint")} defaultChecked />}
    </MutationForm>
  );
}
