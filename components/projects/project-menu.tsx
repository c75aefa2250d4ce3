"use client";

import type { Route } from "next";
import { useTranslations } from "@/messages/use-translations";
import { useState } from "react";
import type { ProjectStatus } from "@/domain/actor";
import { ScriptButton } from "../ui/button";
import { trpc } from "../providers/trpc-client";
import { useMutation } from "../shared/use-mutation";
import { Anchor } from "../ui/anchor";
import { Icon } from "../ui/icon";
import type { IconName } from "../ui/icon-paths";
import { Menu } from "../ui/menu";
import { Notice } from "../ui/notice";
import { type Move, MoveDialog } from "./move-dialog";

type Action = "project.edit" | "consortium.change" | "project.export" | "project.close" | "project.reopen";

type Props = { projectId: string; slug: string; status: ProjectStatus; can: Record<Action, boolean> };

/** More actions for a project: edit, invite, download, start, close, reopen. */
export function ProjectMenu({ projectId, slug, status, can }: Props) {
  const t = useTranslations("projects.menu");
  const [move, setMove] = useState<Move | null>(null);
  const download = useMutation(() => trpc.projects.export.mutate({ projectId }));
  const startDownload = async () => {
    const outcome = await download.run(undefined);
    // The response is an attachment, so the browser stays on this page.
    if (outcome.done) window.location.assign(outcome.output.url);
  };
  const moves: { move: Move; icon: IconName; offered: boolean }[] = [
    { move: "start", icon: "flag", offered: can["project.edit"] && status === "draft" },
    { move: "close", icon: "lock", offered: can["project.close"] && status !== "closed" },
    { move: "reopen", icon: "flag", offered: can["project.reopen"] && status === "closed" },
  ];
  const offered = moves.filter((one) => one.offered);
  if (!can["project.edit"] && !can["consortium.change"] && !can["project.export"] && offered.length === 0) return null;
  const base = `/projects/${slug}`;
  return (
    <>
      <Menu label={t("label")} iconOnly>
        {can["project.edit"] ? (
          <Anchor href={`${base}/edit` as Route}>
            <Icon name="pencil" />
            {t("edit")}
          </Anchor>
        ) : null}
        {can["consortium.change"] ? (
          <Anchor href={`${base}/consortium/invite` as Route}>
            <Icon name="people" />
            {t("invite")}
          </Anchor>
        ) : null}
        <Anchor href={`${base}/review-settings` as Route}>
          <Icon name="review" />
          {t("reviewSettings")}
        </Anchor>
        {can["project.export"] ? (
          <ScriptButton onClick={() => void startDownload()}>
            <Icon name="download" />
            {t("download")}
          </ScriptButton>
        ) : null}
        {offered.map((one) => (
          <ScriptButton key={one.move} type="button" onClick={() => setMove(one.move)}>
            <Icon name={one.icon} />
            {t(one.move)}
          </ScriptButton>
        ))}
      </Menu>
      {download.problem ? (
        <Notice tone="late" live>
          {download.problem.sentence}
        </Notice>
      ) : null}
      {move ? <MoveDialog projectId={projectId} move={move} onClose={() => setMove(null)} /> : null}
    </>
  );
}
