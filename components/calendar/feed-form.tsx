"use client";

import { useTranslations } from "@/messages/use-translations";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { useNewId } from "../shared/use-new-id";

type Props = {
  /** The project of the address; without it the person's own. */
  slug?: string;
  /** True when there is an address that a new one replaces. */
  exists: boolean;
};

/** Makes the private calendar address, or replaces it. */
export function FeedForm({ slug, exists }: Props) {
  const t = useTranslations("calendar.feed");
  const refresh = useRefresh();
  const { id, key, renew } = useNewId();
  const fixed = { id, ...(slug === undefined ? {} : { slug }) };
  return (
    <MutationForm
      key={key}
      draft={null}
      post={{ procedure: "calendar.renew", fixed }}
      submit={t(exists ? "renew" : "make")}
      submitKind="plain"
      mutate={() => trpc.calendar.renew.mutate(fixed)}
      onDone={() => {
        renew();
        refresh();
      }}
    >
      {exists ? <p className="text-ink-soft text-sm">{t("renewText")}</p> : null}
    </MutationForm>
  );
}
