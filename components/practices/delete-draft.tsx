"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { trpc } from "../providers/trpc-client";
import { useMutation } from "../shared/use-mutation";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";

/** Deletes the draft of a practice after a confirmation, and leads to the list. */
export function DeleteDraft({ practiceId, title, list }: { practiceId: string; title: string; list: string }) {
  const t = useTranslations("practices.view");
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const { run, pending, problem } = useMutation(() => trpc.practices.deleteDraft.mutate({ practiceId }));
  const remove = async () => {
    const outcome = await run(undefined);
    if (outcome.done) router.push(list as Route);
  };
  return (
    <>
      <Button kind="danger" icon="trash" onClick={() => setAsking(true)}>
        {t("delete")}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t("deleteSure", { title })}
        description={t("deleteText")}
      >
        {problem ? <p role="alert">{problem.sentence}</p> : null}
        <div>
          <Button kind="danger" aria-disabled={pending} onClick={() => void remove()}>
            {t("delete")}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
