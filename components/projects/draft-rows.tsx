"use client";

import { useTranslations } from "@/messages/use-translations";
import { type ReactNode, useState } from "react";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { useMutation } from "../shared/use-mutation";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { LinkButton } from "../ui/link-button";
import { forgetDraft } from "./wizard/draft-store";
import { stepPath } from "./wizard/steps";

type Draft = { id: string; title: string | null; acronym: string | null; touched: ReactNode };

/** Unfinished partnerships, to continue or delete. */
export function DraftRows({ drafts }: { drafts: readonly Draft[] }) {
  const t = useTranslations("projects.list");
  const refresh = useRefresh();
  const [confirming, setConfirming] = useState<Draft | null>(null);
  const { run, pending, problem } = useMutation((id: string) => trpc.projects.discardDraft.mutate({ id }));
  const discard = async (id: string) => {
    const outcome = await run(id);
    if (!outcome.done) return;
    setConfirming(null);
    forgetDraft(id);
    refresh();
  };
  const nameOf = (draft: Draft) => draft.acronym || draft.title || t("draft");
  return (
    <>
      <Dialog
        open={confirming !== null}
        onClose={() => setConfirming(null)}
        title={confirming ? t("discardTitle", { name: nameOf(confirming) }) : ""}
        description={t("discardText")}
      >
        {problem ? <p role="alert">{problem.sentence}</p> : null}
        <div>
          <Button
            kind="danger"
            aria-disabled={pending}
            onClick={() => (confirming ? void discard(confirming.id) : undefined)}
          >
            {t("discardAct")}
          </Button>
        </div>
      </Dialog>
      <ul className="divide-line border-line divide-y border-y">
        {drafts.map((draft) => (
          <li key={draft.id} className="row">
            <div className="min-w-0 flex-1 basis-60">
              <p className="font-semibold">{nameOf(draft)}</p>
              <p className="text-ink-soft text-sm">{draft.touched}</p>
            </div>
            <LinkButton href={stepPath(draft.id, "basics")} size="small">
              {t("goOn")}
            </LinkButton>
            <Button size="small" kind="quiet" onClick={() => setConfirming(draft)}>
              {t("discard")}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
