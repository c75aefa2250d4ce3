"use client";

import { useTranslations } from "next-intl";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { useMutation } from "../shared/use-mutation";
import { Button } from "../ui/button";

/** Publishes an approved output. */
export function PublishButton({ outputId }: { outputId: string }) {
  const t = useTranslations("outputs.page");
  const refresh = useRefresh();
  const { run, pending, problem } = useMutation(() => trpc.reviews.publish.mutate({ outputId }));
  const publish = async () => {
    const outcome = await run(undefined);
    if (outcome.done) refresh();
  };
  return (
    <>
      <Button kind="primary" icon="globe" aria-disabled={pending} onClick={() => void publish()}>
        {t("publish")}
      </Button>
      {problem ? <p role="alert">{problem.sentence}</p> : null}
    </>
  );
}
