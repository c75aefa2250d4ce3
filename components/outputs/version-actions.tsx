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

type Props = { version: { id: string; number: number }; canRestore: boolean; canWithdraw: boolean };

/** Restores an older version as the newest, or withdraws a version. */
export function VersionActions({ version, canRestore, canWithdraw }: Props) {
  const t = useTranslations("outputs.file");
  const refresh = useRefresh();
  const [asking, setAsking] = useState(false);
  const { run, pending, problem } = useMutation(() => trpc.outputs.restoreVersion.mutate({ versionId: version.id }));
  const restore = async () => {
    const outcome = await run(undefined);
    if (outcome.done) refresh();
  };
  return (
    <>
      {canRestore ? (
        <Button
          kind="quiet"
          size="small"
          icon="history"
          title={t("restoreText", { number: version.number })}
          aria-disabled={pending}
          onClick={() => void restore()}
        >
          {t("restore")}
        </Button>
      ) : null}
      {canWithdraw ? (
        <Button kind="quiet" size="small" icon="trash" onClick={() => setAsking(true)}>
          {t("withdraw")}
        </Button>
      ) : null}
      {problem ? (
        <p role="alert" className="basis-full">
          {problem.sentence}
        </p>
      ) : null}
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t("withdrawTitle", { number: version.number })}
        description={t("withdrawText")}
      >
        <MutationForm
          draft={`withdraw version ${version.id}`}
          submit={t("withdrawAct")}
          submitKind="danger"
          mutate={(values) =>
            trpc.outputs.withdrawVersion.mutate({ ...values, versionId: version.id } as {
              versionId: string;
              reason: string;
            })
          }
          onDone={() => {
            setAsking(false);
            refresh();
          }}
        >
          <Field name="reason" label={t("reason")} required>
            <Textarea maxLength={1_000} minLength={3} rows={3} />
          </Field>
        </MutationForm>
      </Dialog>
    </>
  );
}
