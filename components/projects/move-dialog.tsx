"use client";

import { useTranslations } from "@/messages/use-translations";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { useMutation } from "../shared/use-mutation";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Notice } from "../ui/notice";

export type Move = "start" | "close" | "reopen";

type Props = { projectId: string; move: Move; onClose: () => void };

/** Starts, closes or reopens a project after a confirmation. */
export function MoveDialog({ projectId, move, onClose }: Props) {
  const t = useTranslations("projects.menu");
  const ui = useTranslations("ui");
  const refresh = useRefresh();
  const { run, pending, problem } = useMutation(() => trpc.projects[move].mutate({ projectId }));
  const go = async () => {
    const outcome = await run(undefined);
    if (!outcome.done) return;
    onClose();
    refresh();
  };
  return (
    <Dialog open onClose={onClose} title={t(`${move}Title`)}>
      <p className="max-w-prose">{t(`${move}Text`)}</p>
      {problem ? (
        <Notice tone="late" live>
          {problem.sentence}
        </Notice>
      ) : null}
      <div>
        <Button kind={move === "close" ? "danger" : "primary"} aria-disabled={pending} onClick={() => void go()}>
          {pending ? ui("working") : t(move)}
        </Button>
      </div>
    </Dialog>
  );
}
