"use client";

import { useState } from "react";
import { useTranslations } from "@/messages/use-translations";
import { useVerified } from "../people/identity-check";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { Checkbox } from "../ui/choice";

/** Chooses whether links of e-mails may do something without a sign-in. */
export function AllowLinksForm({ allowed }: { allowed: boolean }) {
  const t = useTranslations("people.account");
  const refresh = useRefresh();
  const verified = useVerified();
  const [saved, setSaved] = useState(false);
  return (
    <>
      <MutationForm
        draft={null}
        submit={t("linksSave")}
        submitKind="plain"
        mutate={(values) => verified(() => trpc.actLinks.allow.mutate({ allowed: values["allowed"] === true }))}
        onDone={() => {
          setSaved(true);
          refresh();
        }}
      >
        <Checkbox name="allowed" label={t("linksAllow")} hint={t("linksHint")} defaultChecked={allowed} />
      </MutationForm>
      {saved ? (
        <p role="status" className="mt-2">
          {t("linksSaved")}
        </p>
      ) : null}
    </>
  );
}
