"use client";

import { useTranslations } from "@/messages/use-translations";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { Field } from "../ui/field";
import { Notice } from "../ui/notice";
import { Textarea } from "../ui/textarea";

type Props = {
  token: string;
  /** The language of the invitation. */
  locale: string;
  inviter: string;
  inviting: string;
  /** The form to accept, which is removed after declining. */
  children: ReactNode;
};

/** Form to decline, with an optional reason, next to the form to accept; needs no account. */
export function MayDecline({ token, locale, inviter, inviting, children }: Props) {
  const t = useTranslations("invitation.page");
  const [declined, setDeclined] = useState(false);
  if (declined) return <Declined inviter={inviter} inviting={inviting} />;
  return (
    <>
      {children}
      <details className="border-line border-t pt-5">
        <summary className="link w-fit">{t("declineTitle")}</summary>
        <div className="grid gap-4 pt-4">
          <p className="text-ink-soft max-w-prose">{t("declineText")}</p>
          <MutationForm
            draft="decline invitation"
            post={{ procedure: "projects.decline", fixed: { token }, next: `/invite/declined?locale=${locale}` }}
            submit={t("decline")}
            submitKind="danger"
            mutate={({ reason }) =>
              trpc.projects.decline.mutate({ token, reason: typeof reason === "string" ? reason : "" })
            }
            onDone={() => setDeclined(true)}
          >
            <Field name="reason" label={t("reason")}>
              <Textarea rows={3} maxLength={1_000} />
            </Field>
          </MutationForm>
        </div>
      </details>
    </>
  );
}

function Declined({ inviter, inviting }: { inviter: string; inviting: string }) {
  const t = useTranslations("invitation.page");
  const heading = useRef<HTMLHeadingElement>(null);
  // The pressed button was removed with the form, so this message gets the focus.
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <h1 ref={heading} tabIndex={-1} className="font-serif text-2xl font-semibold outline-none sm:text-3xl">
        {t("declinedTitle")}
      </h1>
      <Notice>{t("declinedText", { inviter, inviting })}</Notice>
    </>
  );
}
