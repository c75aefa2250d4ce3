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
  const mayAct = canEdit || isContact;
  const act = mayAct ? (contact === null ? "agree" : "remove") : null;
  return (
    <div className="grid gap-3">
      <p>{contact === null ? t("none") : t("named", { name: contact })}</p>
      {act ? (
        <div>
          <ConfirmButton
            label={t(act)}
            icon={act === "agree" ? "mail" : "trash"}
            kind="plain"
            title={t(`${act}Sure`)}
            description={t(`${act}Text`)}
            mutate={() => trpc.practices.setContact.mutate({ practiceId, agreed: act === "agree" })}
            onDone={refresh}
          />
        </div>
      ) : null}
    </div>
  );
}
