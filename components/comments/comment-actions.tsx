"use client";

import { useTranslations } from "next-intl";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { ConfirmButton } from "../shared/confirm-button";
import { useMutation } from "../shared/use-mutation";
import { Button } from "../ui/button";

/** Marks a thread as resolved, or opens it again. */
export function ResolveButton({ commentId, resolved }: { commentId: string; resolved: boolean }) {
  const t = useTranslations("comments.actions");
  const refresh = useRefresh();
  const act = resolved ? trpc.comments.reopen : trpc.comments.resolve;
  const { run, pending, problem } = useMutation(() => act.mutate({ commentId }));
  const change = async () => {
    if ((await run(undefined)).done) refresh();
  };
  return (
    <>
      <Button
        kind="quiet"
        size="small"
        icon={resolved ? "undo" : "check"}
        aria-disabled={pending}
        onClick={() => void change()}
      >
        {t(resolved ? "reopen" : "resolve")}
      </Button>
      {problem ? <p role="alert">{problem.sentence}</p> : null}
    </>
  );
}

/** Removes the person's own comment after a confirmation. */
export function RemoveButton({ commentId }: { commentId: string }) {
  const t = useTranslations("comments.actions");
  const refresh = useRefresh();
  return (
    <ConfirmButton
      label={t("remove")}
      icon="trash"
      kind="quiet"
      size="small"
      title={t("removeTitle")}
      description={t("removeText")}
      mutate={() => trpc.comments.remove.mutate({ commentId })}
      onDone={refresh}
    />
  );
}
