"use client";

import { useTranslations } from "@/messages/use-translations";
import { useState } from "react";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { useMutation } from "../shared/use-mutation";
import { Button, ScriptButton } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Menu } from "../ui/menu";

type Props = { organisationId: string; person: { personId: string; name: string; role: "admin" | "member" } };

/** Actions of an admin for a person of the organisation. */
export function ColleagueMenu({ organisationId, person }: Props) {
  const t = useTranslations("organisations.page");
  const refresh = useRefresh();
  const [asking, setAsking] = useState(false);
  const { run, pending, problem } = useMutation((mutate: () => Promise<unknown>) => mutate());
  const go = async (mutate: () => Promise<unknown>) => {
    const outcome = await run(mutate);
    if (!outcome.done) return;
    setAsking(false);
    refresh();
  };
  const { personId, name, role } = person;
  const other = role === "admin" ? "member" : "admin";
  return (
    <>
      <Menu label={name} iconOnly lazy>
        <ScriptButton
          onClick={() => void go(() => trpc.organisations.setRole.mutate({ organisationId, personId, role: other }))}
        >
          {role === "admin" ? t("makeMember") : t("makeAdmin")}
        </ScriptButton>
        <ScriptButton onClick={() => setAsking(true)}>{t("remove")}</ScriptButton>
      </Menu>
      {problem && !asking ? <p role="alert">{problem.sentence}</p> : null}
      <Dialog open={asking} onClose={() => setAsking(false)} title={t("removeTitle", { name })}>
        <p>{t("removeText", { name })}</p>
        {problem ? <p role="alert">{problem.sentence}</p> : null}
        <Button
          kind="danger"
          aria-disabled={pending}
          onClick={() => void go(() => trpc.projects.removeColleague.mutate({ organisationId, personId }))}
        >
          {t("removeAct", { name })}
        </Button>
      </Dialog>
    </>
  );
}
