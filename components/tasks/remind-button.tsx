"use client";

import { useTranslations } from "@/messages/use-translations";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { useMutation } from "../shared/use-mutation";
import { Button } from "../ui/button";

/** Sends the reminders that the page shows. */
export function RemindButton({
  projectId,
  organisationIds,
}: {
  projectId: string;
  organisationIds: readonly string[];
}) {
  const t = useTranslations("tasks.reminders");
  const refresh = useRefresh();
  const { run, pending, problem } = useMutation(() =>
    trpc.tasks.remindLate.mutate({ projectId, organisationIds: [...organisationIds] }),
  );
  const send = async () => {
    if ((await run(undefined)).done) refresh();
  };
  return (
    <>
      <Button kind="primary" icon="mail" aria-disabled={pending} onClick={() => void send()}>
        {t("send", { count: organisationIds.length })}
      </Button>
      {problem ? <p role="alert">{problem.sentence}</p> : null}
    </>
  );
}
