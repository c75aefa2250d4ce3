"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { useMutation } from "../shared/use-mutation";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";

type Props = { outputId: string };

/** Marks an approved output as published, after saying what that does. */
export function PublishButton({ outputId }: Props) {
  const t = useTranslations("outputs.page");
  const refresh = useRefresh();
  const [asking, setAsking] = useState(false);
  const { run, pending, problem } = useMutation(() => trpc.reviews.publish.mutate({ outputId }));
  const publish = async () => {
    const outcome = await run(undefined);
    if (!outcome.done) return;
    setAsking(false);
    refresh();
  };
  return (
    <>
      <Button kind="primary" icon="globe" onClick={() => setAsking(true)}>
        {t("publish")}
      </Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t("publishSure")} description={t("publishText")}>
        {problem ? <p role="alert">{problem.sentence}</p> : null}
        <Button kind="primary" className="justify-self-start" aria-disabled={pending} onClick={() => void publish()}>
          {t("publish")}
        </Button>
      </Dialog>
    </>
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
