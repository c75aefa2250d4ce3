"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { trpc } from "../providers/trpc-client";
import { useMutation } from "../shared/use-mutation";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";

/** Removes an output without files, after a confirmation. */
export function RemoveOutput({ outputId, name, next }: { outputId: string; name: string; next: string }) {
  const t = useTranslations("outputs.page");
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const { run, pending, problem } = useMutation(() => trpc.outputs.remove.mutate({ outputId }));
  const remove = async () => {
    const outcome = await run(undefined);
    if (outcome.done) router.push(next as Route);
  };
  return (
    <>
      <Button kind="danger" icon="trash" onClick={() => setAsking(true)}>
        {t("remove")}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t("removeSure", { name })}
        description={t("removeText")}
      >
        {problem ? <p role="alert">{problem.sentence}</p> : null}
        <div>
          <Button kind="danger" aria-disabled={pending} onClick={() => void remove()}>
            {t("remove")}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
