"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type ProjectRole, projectRoles } from "@/domain/actor";
import { trpc } from "../providers/trpc-client";
import { useAct } from "../shared/use-act";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Menu } from "../ui/menu";

const toRole = { manager: "makeManager", contributor: "makeContributor", viewer: "makeViewer" } as const;

/** What a manager may do with a person of their organisation in the project. */
export function MemberMenu({ member }: { member: { id: string; name: string; role: ProjectRole } }) {
  const t = useTranslations("projects.memberMenu");
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const { run, pending, problem } = useAct((act: () => Promise<unknown>) => act());
  const go = async (act: () => Promise<unknown>) => {
    const outcome = await run(act);
    if (!outcome.done) return;
    setAsking(false);
    router.refresh();
  };
  const { id: memberId, name } = member;
  return (
    <>
      <Menu label={t("label", { name })} iconOnly>
        {projectRoles
          .filter((role) => role !== member.role)
          .map((role) => (
            <button
              key={role}
              type="button"
              onClick={() => void go(() => trpc.projects.setMemberRole.mutate({ memberId, role }))}
            >
              {t(toRole[role])}
            </button>
          ))}
        <button type="button" onClick={() => setAsking(true)}>
          {t("remove", { name })}
        </button>
      </Menu>
      {problem && !asking ? <p role="alert">{problem.sentence}</p> : null}
      <Dialog open={asking} onClose={() => setAsking(false)} title={t("removeTitle", { name })}>
        <p>{t("removeText", { name })}</p>
        {problem ? <p role="alert">{problem.sentence}</p> : null}
        <div>
          <Button
            kind="danger"
            aria-disabled={pending}
            onClick={() => void go(() => trpc.projects.removeMember.mutate({ memberId }))}
          >
            {t("removeAct")}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
