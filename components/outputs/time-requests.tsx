"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { v7 as uuid } from "uuid";
import type { AskTime, DeclineTime } from "@/domain/schemas/outputs";
import { useTranslations } from "@/messages/use-translations";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { useNewId } from "../shared/use-new-id";
import { useMutation } from "../shared/use-mutation";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Textarea } from "../ui/textarea";

type AskProps = {
  outputId: string;
  dueOn: string | null;
  /** The page shown after it was asked; without it the page stays. */
  next?: Route;
};

/** Asks for a later due date of an output. */
export function AskTimeForm({ outputId, dueOn, next }: AskProps) {
  const t = useTranslations("outputs.time");
  const router = useRouter();
  const refresh = useRefresh();
  const { id, key, renew } = useNewId();
  return (
    <MutationForm
      key={key}
      draft={`time ${outputId}`}
      submit={t("ask")}
      submitKind="plain"
      mutate={(values) => trpc.outputs.askTime.mutate({ ...values, id, outputId } as AskTime)}
      onDone={() => {
        renew();
        if (next) router.replace(next);
        refresh();
      }}
    >
      <Field name="dueOn" label={t("day")} required className="max-w-xs">
        <Input type="date" defaultValue={dueOn ?? undefined} />
      </Field>
      <Field name="reason" label={t("because")} required>
        <Textarea rows={2} maxLength={1_000} />
      </Field>
    </MutationForm>
  );
}

/** Accepts a request for more time, or opens the form that declines it. */
export function TimeAnswer({ requestId }: { requestId: string }) {
  const t = useTranslations("outputs.time");
  const refresh = useRefresh();
  // The same for every attempt, so that a repeated request moves the date once.
  const [id] = useState(() => uuid());
  const { run, pending, problem } = useMutation(() => trpc.outputs.acceptTime.mutate({ id, requestId }));
  const accept = async () => {
    if ((await run(undefined)).done) refresh();
  };
  return (
    <div className="grid gap-2">
      <Button
        size="small"
        icon="check"
        className="justify-self-start"
        aria-disabled={pending}
        onClick={() => void accept()}
      >
        {t("accept")}
      </Button>
      {problem ? <p role="alert">{problem.sentence}</p> : null}
      <details>
        <summary className="link w-fit text-sm">{t("decline")}</summary>
        <div className="pt-3">
          <MutationForm
            draft={`decline ${requestId}`}
            submit={t("decline")}
            submitKind="plain"
            mutate={(values) => trpc.outputs.declineTime.mutate({ ...values, requestId } as DeclineTime)}
            onDone={refresh}
          >
            <Field name="reason" label={t("whyNot")} required>
              <Textarea rows={2} maxLength={1_000} />
            </Field>
          </MutationForm>
        </div>
      </details>
    </div>
  );
}
