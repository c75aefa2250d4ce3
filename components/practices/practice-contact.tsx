"use client";

import { useTranslations } from "@/messages/use-translations";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { ConfirmButton } from "../shared/confirm-button";

type Props = { practiceId: string; contact: string | null; isContact: boolean; canEdit: boolean };

/** Who is the public contact of a practice; only the person can agree to it. */
export function PracticeContact({ practiceId, contact, isContact, canEdit }: Props) {
  const t = useTranslations("practices.contact");
  const refresh = useRefresh();
  const set = (agreed: boolean) => () => trpc.practices.setContact.mutate({ practiceId, agreed });
  return (
    <div className="grid gap-3">
      <p>{contact === null ? t("none") : t("named", { name: contact })}</p>
      {contact === null && canEdit ? (
        <div>
          <ConfirmButton
            label={t("agree")}
            icon="mail"
            kind="plain"
            title={t("agreeSure")}
            description={t("agreeText")}
            mutate={set(true)}
            onDone={refresh}
          />
        </div>
      ) : null}
      {contact !== null && (isContact || canEdit) ? (
        <div>
          <ConfirmButton
            label={t("remove")}
            icon="trash"
            kind="plain"
            title={t("removeSure")}
            description={t("removeText")}
            mutate={set(false)}
            onDone={refresh}
          />
        </div>
      ) : null}
    </div>
  );
}
