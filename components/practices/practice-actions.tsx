"use client";

import { useTranslations } from "@/messages/use-translations";
import { useState } from "react";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { useMutation } from "../shared/use-mutation";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { Textarea } from "../ui/textarea";

type Props = {
  practiceId: string;
  canSubmit: boolean;
  canPublish: boolean;
  canReturn: boolean;
  /** True when everyone can read the reason, because returning the practice withdraws it from the public. */
  reasonIsPublic: boolean;
};

/** Buttons to submit, publish and return a practice; returning asks for a reason. */
export function PracticeActions({ practiceId, canSubmit, canPublish, canReturn, reasonIsPublic }: Props) {
  const t = useTranslations("practices.view");
  const refresh = useRefresh();
  const [asking, setAsking] = useState(false);
  const { run, pending, problem } = useMutation((mutate: () => Promise<unknown>) => mutate());
  const go = async (mutate: () => Promise<unknown>) => {
    const outcome = await run(mutate);
    if (outcome.done) refresh();
  };
  return (
    <>
      {canSubmit ? (
        <Button
          kind="primary"
          aria-disabled={pending}
          onClick={() => void go(() => trpc.practices.submit.mutate({ practiceId }))}
        >
          {t("submit")}
        </Button>
      ) : null}
      {canPublish ? (
        <Button
          kind="primary"
          aria-disabled={pending}
          onClick={() => void go(() => trpc.practices.publish.mutate({ practiceId }))}
        >
          {t("publish")}
        </Button>
      ) : null}
      {canReturn ? <Button onClick={() => setAsking(true)}>{t("return")}</Button> : null}
      {problem ? (
        <p role="alert" className="text-late basis-full">
          {problem.sentence}
        </p>
      ) : null}
      <Dialog open={asking} onClose={() => setAsking(false)} title={t("return")}>
        <MutationForm
          draft={`return practice ${practiceId}`}
          submit={t("return")}
          mutate={(values) =>
            trpc.practices.return.mutate({
              practiceId,
              reason: typeof values["reason"] === "string" ? values["reason"] : "",
            })
          }
          onDone={() => {
            setAsking(false);
            refresh();
          }}
        >
          <Field name="reason" label={t("reason")} hint={reasonIsPublic ? t("reasonPublic") : undefined} required>
            <Textarea rows={4} maxLength={2_000} />
          </Field>
        </MutationForm>
      </Dialog>
    </>
  );
}
