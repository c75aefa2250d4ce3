"use client";

import type { Route } from "next";
import { useTranslations } from "@/messages/use-translations";
import { type ComponentProps, useState } from "react";
import { useRefresh } from "../providers/page-actions";
import { Anchor } from "../ui/anchor";
import type { ParticipationKind } from "@/domain/actor";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { useMutation } from "../shared/use-mutation";
import { Button, ScriptButton } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Menu } from "../ui/menu";
import { CorrectOrganisation } from "./correct-organisation";

const toKind = { partner: "makePartner", associated: "makeAssociated", evaluator: "makeEvaluator" } as const;
const others = ["partner", "associated", "evaluator"] as const;

type Props = {
  slug: string;
  today: string;
  participation: ComponentProps<typeof CorrectOrganisation>["participation"] & {
    shortName: string;
    kind: ParticipationKind;
    endedOn: string | null;
  };
  canInvite: boolean;
  canChange: boolean;
  canCorrect: boolean;
};

/** Actions for an organisation's participation in the project. */
export function ParticipationMenu({ slug, today, participation, canInvite, canChange, canCorrect }: Props) {
  const t = useTranslations("projects.participationMenu");
  const refresh = useRefresh();
  const [asking, setAsking] = useState<"correct" | "end" | "evaluator" | null>(null);
  const close = () => setAsking(null);
  const { run, pending, problem } = useMutation((kind: (typeof others)[number]) =>
    trpc.projects.changeParticipationKind.mutate({ participationId: participation.id, kind }),
  );
  const make = async (kind: (typeof others)[number]) => {
    const outcome = await run(kind);
    if (!outcome.done) return;
    close();
    refresh();
  };
  const name = participation.shortName;
  if (!canInvite && !canChange) return null;
  return (
    <>
      <Menu label={t("label", { name })} iconOnly lazy>
        {canInvite ? (
          <Anchor href={`/projects/${slug}/consortium/invite?place=${participation.id}` as Route}>{t("invite")}</Anchor>
        ) : null}
        {canCorrect ? <ScriptButton onClick={() => setAsking("correct")}>{t("correct")}</ScriptButton> : null}
        {canChange
          ? others
              .filter((kind) => kind !== participation.kind)
              .map((kind) => (
                <ScriptButton key={kind} onClick={() => (kind === "evaluator" ? setAsking(kind) : void make(kind))}>
                  {t(toKind[kind])}
                </ScriptButton>
              ))
          : null}
        {canChange ? <ScriptButton onClick={() => setAsking("end")}>{t("end")}</ScriptButton> : null}
      </Menu>
      {problem && asking === null ? <p role="alert">{problem.sentence}</p> : null}
      <Dialog
        open={asking === "correct"}
        onClose={close}
        title={t("correctTitle", { name })}
        description={t("correctText")}
      >
        <CorrectOrganisation participation={participation} onDone={close} />
      </Dialog>
      <Dialog
        open={asking === "evaluator"}
        onClose={close}
        title={t("evaluatorTitle", { name })}
        description={t("evaluatorText")}
      >
        {problem ? <p role="alert">{problem.sentence}</p> : null}
        <div>
          <Button kind="danger" aria-disabled={pending} onClick={() => void make("evaluator")}>
            {t("evaluatorAct")}
          </Button>
        </div>
      </Dialog>
      <Dialog open={asking === "end"} onClose={close} title={t("endTitle", { name })} description={t("endText")}>
        <MutationForm
          draft={`end participation ${participation.id}`}
          submit={t("endAct")}
          submitKind="danger"
          mutate={({ endedOn }) =>
            trpc.projects.endParticipation.mutate({
              participationId: participation.id,
              endedOn: typeof endedOn === "string" ? endedOn : "",
            })
          }
          onDone={() => {
            close();
            refresh();
          }}
        >
          <Field name="endedOn" label={t("endOn")} required>
            <Input type="date" defaultValue={participation.endedOn ?? today} />
          </Field>
        </MutationForm>
      </Dialog>
    </>
  );
}
