"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Anchor } from "../ui/anchor";
import { trpc } from "../providers/trpc-client";
import { useAct } from "../shared/use-act";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Icon } from "../ui/icon";
import { Menu } from "../ui/menu";
import { Notice } from "../ui/notice";

type Move = "start" | "close" | "reopen";

type Props = {
  projectId: string;
  slug: string;
  /** Which acts the person has, and which make sense now. */
  moves: readonly Move[];
  canEdit: boolean;
  canInvite: boolean;
  canDownload: boolean;
};

/** What else can be done with a project. */
export function ProjectMenu({ projectId, slug, moves, canEdit, canInvite, canDownload }: Props) {
  const t = useTranslations("projects.menu");
  const ui = useTranslations("ui");
  const router = useRouter();
  const [asking, setAsking] = useState<Move | null>(null);
  const { run, pending, problem, clear } = useAct((move: Move) => trpc.projects[move].mutate({ projectId }));
  const whole = useAct(() => trpc.projects.export.mutate({ projectId }));
  const fetchWhole = async () => {
    const outcome = await whole.run(undefined);
    // The answer is an attachment: the page stays where it is.
    if (outcome.done) window.location.assign(outcome.output.url);
  };
  const leave = () => {
    setAsking(null);
    clear();
  };
  const go = async (move: Move) => {
    const outcome = await run(move);
    if (!outcome.done) return;
    setAsking(null);
    router.refresh();
  };
  if (!canEdit && !canInvite && !canDownload && moves.length === 0) return null;
  return (
    <>
      <Menu label={t("label")} iconOnly>
        {canEdit ? (
          <Anchor href={`/projects/${slug}/edit` as Route}>
            <Icon name="pencil" />
            {t("edit")}
          </Anchor>
        ) : null}
        {canInvite ? (
          <Anchor href={`/projects/${slug}/consortium/invite` as Route}>
            <Icon name="people" />
            {t("invite")}
          </Anchor>
        ) : null}
        {canDownload ? (
          <button type="button" onClick={() => void fetchWhole()}>
            <Icon name="download" />
            {t("download")}
          </button>
        ) : null}
        {moves.map((move) => (
          <button key={move} type="button" onClick={() => setAsking(move)}>
            <Icon name={move === "close" ? "lock" : "flag"} />
            {t(move)}
          </button>
        ))}
      </Menu>
      {whole.problem ? <p role="alert">{whole.problem.sentence}</p> : null}
      {asking ? (
        <Dialog open onClose={leave} title={t(`${asking}Title`)}>
          <p className="max-w-prose">{t(`${asking}Text`)}</p>
          {problem ? (
            <Notice tone="late" live>
              {problem.sentence}
            </Notice>
          ) : null}
          <div>
            <Button
              kind={asking === "close" ? "danger" : "primary"}
              aria-disabled={pending}
              onClick={() => void go(asking)}
            >
              {pending ? ui("working") : t(asking)}
            </Button>
          </div>
        </Dialog>
      ) : null}
    </>
  );
}
