"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "@/messages/use-translations";
import { useState } from "react";
import { type ParticipationKind, type ProjectRole, projectRoles } from "@/domain/actor";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { useMutation } from "../shared/use-mutation";
import { Anchor } from "../ui/anchor";
import { Button, ScriptButton } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Menu } from "../ui/menu";

const toRole = { manager: "makeManager", contributor: "makeContributor", viewer: "makeViewer" } as const;

type Props = {
  member: { id: string; name: string; role: ProjectRole; kind: ParticipationKind; me: boolean };
  manages: boolean;
  /** Where the work of the member is handed over; null for those who may not. */
  handOver: Route | null;
};

/** Actions of a manager for a member of their organisation, and of every person for their own membership. */
export function MemberMenu({ member, manages, handOver }: Props) {
  const { id: memberId, name, me } = member;
  const t = useTranslations("projects.memberMenu");
  const rights = useTranslations("projects.roleRights");
  const router = useRouter();
  const refresh = useRefresh();
  const [asking, setAsking] = useState(false);
  const { run, pending, problem } = useMutation((mutate: () => Promise<unknown>) => mutate());
  const make = async (role: ProjectRole) => {
    const outcome = await run(() => trpc.projects.setMemberRole.mutate({ memberId, role }));
    if (outcome.done) refresh();
  };
  const remove = async () => {
    const outcome = await run(() => trpc.projects.removeMember.mutate({ memberId }));
    if (!outcome.done) return;
    setAsking(false);
    // The person has no access to the current page any more.
    if (me) router.replace("/home");
    refresh();
  };
  return (
    <>
      <Menu label={t("label", { name })} iconOnly lazy>
        {projectRoles
          .filter((role) => manages && role !== member.role)
          .map((role) => (
            <ScriptButton key={role} type="button" onClick={() => void make(role)}>
              <span>
                {t(toRole[role])}
                <span className="text-ink-soft block text-sm">{rights(role, { kind: member.kind })}</span>
              </span>
            </ScriptButton>
          ))}
        {handOver ? <Anchor href={handOver}>{t("handOver")}</Anchor> : null}
        <ScriptButton onClick={() => setAsking(true)}>{me ? t("leave") : t("remove", { name })}</ScriptButton>
      </Menu>
      {problem && !asking ? <p role="alert">{problem.sentence}</p> : null}
      <Dialog open={asking} onClose={() => setAsking(false)} title={me ? t("leaveTitle") : t("removeTitle", { name })}>
        <p>{me ? t("leaveText") : t("removeText", { name })}</p>
        {problem ? <p role="alert">{problem.sentence}</p> : null}
        <div>
          <Button kind="danger" aria-disabled={pending} onClick={() => void remove()}>
            {me ? t("leave") : t("removeAct")}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
