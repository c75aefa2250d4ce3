"use client";

import { useTranslations } from "@/messages/use-translations";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { ConfirmButton } from "../shared/confirm-button";
import { useMutation } from "../shared/use-mutation";
import { Button } from "../ui/button";

type Props = { outputId: string };

/** Marks an approved output as published, after saying what that does. */
export function PublishButton({ outputId }: Props) {
  const t = useTranslations("outputs.page");
  return (
    <ConfirmButton
      label={t("publish")}
      icon="globe"
      kind="primary"
      title={t("publishSure")}
      description={t("publishText")}
      mutate={() => trpc.reviews.publish.mutate({ outputId })}
      onDone={useRefresh()}
    />
  );
}

/** Takes the mark "published" of an output back. */
export function UnpublishButton({ outputId }: Props) {
  const t = useTranslations("outputs.page");
  const refresh = useRefresh();
  const { run, pending, problem } = useMutation(() => trpc.reviews.unpublish.mutate({ outputId }));
  const undo = async () => {
    const outcome = await run(undefined);
    if (outcome.done) refresh();
  };
  return (
    <>
      <Button aria-disabled={pending} onClick={() => void undo()}>
        {t("unpublish")}
      </Button>
      {problem ? <p role="alert">{problem.sentence}</p> : null}
    </>
  );
}
