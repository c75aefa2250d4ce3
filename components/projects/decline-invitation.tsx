"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { trpc } from "../providers/trpc-client";
import { ActForm } from "../shared/act-form";
import { Field } from "../ui/field";
import { Notice } from "../ui/notice";
import { Textarea } from "../ui/textarea";

/** Says no, with a reason or without; no account is needed. */
export function DeclineInvitation({ token }: { token: string }) {
  const t = useTranslations("invitation.page");
  const [declined, setDeclined] = useState(false);
  if (declined) {
    return (
      <Notice live title={t("declinedTitle")}>
        {t("declinedText")}
      </Notice>
    );
  }
  return (
    <details className="border-line border-t pt-5">
      <summary className="link w-fit">{t("declineTitle")}</summary>
      <div className="grid gap-4 pt-4">
        <p className="text-ink-soft max-w-prose">{t("declineText")}</p>
        <ActForm
          submit={t("decline")}
          submitKind="danger"
          act={({ reason }) =>
            trpc.projects.decline.mutate({ token, reason: typeof reason === "string" ? reason : "" })
          }
          onDone={() => setDeclined(true)}
        >
          <Field name="reason" label={t("reason")}>
            <Textarea rows={3} maxLength={1_000} />
          </Field>
        </ActForm>
      </div>
    </details>
  );
}
