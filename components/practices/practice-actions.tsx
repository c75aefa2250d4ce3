"use client";

import { useState } from "react";
import { useTranslations } from "@/messages/use-translations";
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
  /** The revision that the page shows, which is what is published. */
  revision: number;
  canSubmit: boolean;
  canPublish: boolean;
  canReturn: boolean;
  canWithdraw: boolean;
};

/** A button that opens a dialog, which asks for a reason. */
function ReasonDialog({
  practiceId,
  name,
  danger = false,
  label,
  hint,
  mutate,
}: {
  practiceId: string;
  name: "return" | "withdraw";
  danger?: boolean;
  label: string;
  hint?: string;
  mutate: (input: { practiceId: string; reason: string }) => Promise<unknown>;
}) {
  const t = useTranslations("practices.view");
  const refresh = useRefresh();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button kind={danger ? "danger" : "plain"} onClick={() => setAsking(true)}>
        {t(name)}
      </Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t(name)}>
        <MutationForm
          draft={`${name} practice ${practiceId}`}
          submit={t(name)}
          submitKind={danger ? "danger" : "primary"}
          mutate={({ reason }) => mutate({ practiceId, reason: typeof reason === "string" ? reason : "" })}
          onDone={() => {
            setAsking(false);
            refresh();
          }}
        >
          <Field name="reason" label={label} hint={hint} required>
            <Textarea rows={4} maxLength={2_000} />
          </Field>
        </MutationForm>
      </Dialog>
    </>
  );
}

/** Buttons to submit, publish, return and withdraw a practice. */
export function PracticeActions({ practiceId, revision, canSubmit, canPublish, canReturn, canWithdraw }: Props) {
  const t = useTranslations("practices.view");
  const refresh = useRefresh();
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
          onClick={() => void go(() => trpc.practices.publish.mutate({ practiceId, revision }))}
        >
          {t("publish")}
        </Button>
      ) : null}
      {canReturn ? (
        <ReasonDialog practiceId={practiceId} name="return" label={t("reason")} mutate={trpc.practices.return.mutate} />
      ) : null}
      {canWithdraw ? (
        <ReasonDialog
          practiceId={practiceId}
          name="withdraw"
          danger
          label={t("withdrawReason")}
          hint={t("withdrawHint")}
          mutate={trpc.practices.withdraw.mutate}
        />
      ) : null}
      {problem ? (
        <p role="alert" className="text-late basis-full">
          {problem.sentence}
        </p>
      ) : null}
    </>
  );
}
