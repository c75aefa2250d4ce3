"use client";

import { type MouseEvent, type ReactNode, useState } from "react";
import { trpc } from "../providers/trpc-client";
import { useAct } from "../shared/use-act";
import { type IslandWords, WordsProvider } from "../shared/words-provider";
import { closeAfterChoice } from "../ui/menu-markup";
import { Notice } from "../ui/notice";
import { isMove, type Move, MoveDialog } from "./move-dialog";

type Props = {
  projectId: string;
  /** For the question before a move. */
  words: IslandWords;
  /** A page whose menu is markup: see project-menu.ts. */
  children: ReactNode;
};

/** Does what the menu of a project offers, on a page that is drawn as markup. */
export function ProjectActs({ projectId, words, children }: Props) {
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
      {whole.problem ? (
        <Notice tone="late" live className="mb-8">
          {whole.problem.sentence}
        </Notice>
      ) : null}
      <div className="contents" onClick={press}>
        {children}
      </div>
      {asking ? (
        <WordsProvider words={words}>
          <MoveDialog projectId={projectId} move={asking} onClose={() => setAsking(null)} />
        </WordsProvider>
      ) : null}
    </>
  );
}
