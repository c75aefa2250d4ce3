"use client";

import { useTranslations } from "next-intl";
import { trpc } from "../providers/trpc-client";
import { useAct } from "../shared/use-act";
import { useState } from "react";

/** A line above everything until the address is confirmed. */
export function ConfirmReminder() {
  const t = useTranslations("people.shell");
  const [sent, setSent] = useState(false);
  const { run, pending, problem } = useAct(() => trpc.people.resendConfirmation.mutate());
  const again = async () => {
    const outcome = await run(undefined);
    if (outcome.done) setSent(true);
  };
  return (
    <p
      role="status"
      className="no-print bg-due-soft text-ink flex flex-wrap items-center justify-center gap-x-3 px-4 py-2 text-sm"
    >
      {problem ? problem.sentence : sent ? t("resent") : t("unconfirmed")}
      {sent ? null : (
        <button type="button" className="link font-semibold" onClick={() => void again()} aria-disabled={pending}>
          {t("resend")}
        </button>
      )}
    </p>
  );
}
