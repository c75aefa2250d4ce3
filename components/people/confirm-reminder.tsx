"use client";

import { useTranslations } from "@/messages/use-translations";
import { useEffect, useState } from "react";
import { ScriptButton } from "../ui/button";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { useMutation } from "../shared/use-mutation";

/** Where e-mails go: to a mail server, to a page of the demo, or to files on the machine. */
export type MailsGo = "sent" | "shown" | "filed";

const messageKeys = { sent: "unconfirmed", shown: "unconfirmedShown", filed: "unconfirmedFiled" } as const;
const again = { sent: "resend", shown: "resendShown", filed: "resendFiled" } as const;
const done = { sent: "resent", shown: "resentShown", filed: "resentFiled" } as const;

/** A banner until the address is confirmed. */
export function ConfirmReminder({ mails }: { mails: MailsGo }) {
  const t = useTranslations("people.shell");
  const refresh = useRefresh();
  const [sent, setSent] = useState(false);
  const { run, pending, problem } = useMutation(() => trpc.people.resendConfirmation.mutate({}));
  useEffect(() => {
    // The link opens in another tab, so the banner is removed when the person returns to this one.
    const look = () => {
      if (document.visibilityState === "visible") refresh();
    };
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [refresh]);
  const sendAgain = async () => {
    const outcome = await run(undefined);
    if (outcome.done) setSent(true);
  };
  return (
    <p
      role="status"
      className="no-print bg-due-soft text-ink flex flex-wrap items-center justify-center gap-x-3 px-4 py-2 text-sm"
    >
      {problem ? problem.sentence : t(sent ? done[mails] : messageKeys[mails])}
      {sent ? null : (
        <ScriptButton className="link font-semibold" onClick={() => void sendAgain()} aria-disabled={pending}>
          {t(again[mails])}
        </ScriptButton>
      )}
    </p>
  );
}
