"use client";

import { useTranslations } from "@/messages/use-translations";
import { useState } from "react";
import type { InvitationStatus } from "@/domain/projects";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { useMutation } from "../shared/use-mutation";
import { Button, ScriptButton } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Menu } from "../ui/menu";

type Props = { invitation: { id: string; address: string; status: InvitationStatus } };

/** Sends an invitation again, corrects its address, copies its link, revokes it. */
export function InvitationMenu({ invitation: { id: invitationId, address, status } }: Props) {
  const t = useTranslations("projects.invitationMenu");
  const refresh = useRefresh();
  const [asking, setAsking] = useState(false);
  const [correcting, setCorrecting] = useState(false);
  const [link, setLink] = useState<string | null>(null);
  const [done, setDone] = useState<"resent" | "copied" | null>(null);
  const { run, pending, problem } = useMutation((mutate: () => Promise<unknown>) => mutate());
  const go = async (mutate: () => Promise<unknown>) => {
    setDone(null);
    const outcome = await run(mutate);
    if (!outcome.done) return;
    setAsking(false);
    refresh();
  };
  const resend = () =>
    go(async () => {
      await trpc.projects.resendInvitation.mutate({ invitationId });
      setDone("resent");
    });
  const copy = () =>
    go(async () => {
      const { url } = await trpc.projects.copyInvitationLink.mutate({ invitationId });
      setLink(url);
      // When the browser blocks the clipboard, the link can be copied from the dialog.
      await navigator.clipboard.writeText(url).then(
        () => setDone("copied"),
        () => setDone(null),
      );
    });
  if (status !== "pending" && status !== "expired") return null;
  return (
    <>
      <Menu label={t("label", { address })} iconOnly lazy>
        <ScriptButton onClick={() => void resend()}>{t("resend")}</ScriptButton>
        <ScriptButton onClick={() => setCorrecting(true)}>{t("correct")}</ScriptButton>
        {status === "pending" ? (
          <>
            <ScriptButton onClick={() => void copy()}>{t("copy")}</ScriptButton>
            <ScriptButton onClick={() => setAsking(true)}>{t("revoke")}</ScriptButton>
          </>
        ) : null}
      </Menu>
      <p role="status" className="text-ink-soft text-sm empty:hidden">
        {done === "resent" ? t("resent") : null}
      </p>
      {problem && !asking ? (
        <p role="alert" className="max-w-60 text-sm">
          {problem.sentence}
        </p>
      ) : null}
      <Dialog open={correcting} onClose={() => setCorrecting(false)} title={t("correctTitle")}>
        <MutationForm
          draft={`invitation address ${invitationId}`}
          submit={t("correctAct")}
          submitIcon="mail"
          mutate={({ address: corrected }) =>
            trpc.projects.resendInvitation.mutate({ invitationId, address: String(corrected) })
          }
          onDone={() => {
            setCorrecting(false);
            setDone("resent");
            refresh();
          }}
        >
          <Field name="address" label={t("correctField")} hint={t("correctHint")} required>
            <Input type="email" maxLength={300} defaultValue={address} />
          </Field>
        </MutationForm>
      </Dialog>
      <Dialog open={link !== null} onClose={() => setLink(null)} title={t("copyTitle")} dismiss="close">
        <p>{done === "copied" ? t("copied") : t("copyText")}</p>
        <p className="border-line bg-paper-sunken rounded-md border px-3 py-2 text-sm wrap-anywhere select-all">
          {link}
        </p>
      </Dialog>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t("revokeTitle", { address })}>
        <p>{t("revokeText")}</p>
        {problem ? <p role="alert">{problem.sentence}</p> : null}
        <div>
          <Button
            kind="danger"
            aria-disabled={pending}
            onClick={() => void go(() => trpc.projects.revokeInvitation.mutate({ invitationId }))}
          >
            {t("revokeAct")}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
