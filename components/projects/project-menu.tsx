"use client";

import { html } from "@remix-run/html-template";
import { type MouseEvent, useState } from "react";
import { trpc } from "../providers/trpc-client";
import { useAct } from "../shared/use-act";
import { type IslandWords, WordsProvider } from "../shared/words-provider";
import { buttonStyle } from "../ui/button-style";
import { cn } from "../ui/cn";
import { iconMarkup } from "../ui/icon-markup";
import type { IconName } from "../ui/icon-paths";
import { closeAfterChoice, menuMarkup } from "../ui/menu-markup";
import { isMove, type Move, MoveDialog } from "./move-dialog";

type Item = { label: string; icon: IconName } & ({ href: string } | { act: Move | "download" });

type Props = {
  projectId: string;
  label: string;
  /** What the person may do, and what makes sense now; at least one. */
  items: readonly Item[];
  /** For the question before a move. */
  words: IslandWords;
};

function draw(label: string, items: readonly Item[]): string {
  const item = (one: Item) => {
    const face = html`${iconMarkup(one.icon)}${one.label}`;
    if ("href" in one) return html`<a href="${one.href}">${face}</a>`;
    return html`<button type="button" data-act="${one.act}">${face}</button>`;
  };
  return String(
    menuMarkup({
      id: "project-menu",
      label,
      title: label,
      className: cn(buttonStyle("plain"), "w-10 px-0"),
      face: iconMarkup("dots", 20),
      children: html`${items.map(item)}`,
    }),
  );
}

/** What else can be done with a project. */
export function ProjectMenu({ projectId, label, items, words }: Props) {
  const [asking, setAsking] = useState<Move | null>(null);
  const whole = useAct(() => trpc.projects.export.mutate({ projectId }));
  const fetchWhole = async () => {
    const outcome = await whole.run(undefined);
    // The answer is an attachment: the page stays where it is.
    if (outcome.done) window.location.assign(outcome.output.url);
  };
  const press = ({ target }: MouseEvent) => {
    closeAfterChoice(target);
    const act = target instanceof Element ? target.closest<HTMLElement>("[data-act]")?.dataset.act : undefined;
    if (act === "download") void fetchWhole();
    else if (isMove(act)) setAsking(act);
  };
  return (
    <>
      <div className="contents" onClick={press} dangerouslySetInnerHTML={{ __html: draw(label, items) }} />
      {whole.problem ? <p role="alert">{whole.problem.sentence}</p> : null}
      {asking ? (
        <WordsProvider {...words}>
          <MoveDialog projectId={projectId} move={asking} onClose={() => setAsking(null)} />
        </WordsProvider>
      ) : null}
    </>
  );
}
