"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "@/messages/use-translations";
import { trpc } from "../providers/trpc-client";
import { ConfirmButton } from "../shared/confirm-button";

/** Deletes the draft of a practice after a confirmation, and leads to the list. */
export function DeleteDraft({ practiceId, title, list }: { practiceId: string; title: string; list: string }) {
  const t = useTranslations("practices.view");
  const router = useRouter();
  return (
    <ConfirmButton
      label={t("delete")}
      icon="trash"
      kind="danger"
      title={t("deleteSure", { title })}
      description={t("deleteText")}
      mutate={() => trpc.practices.deleteDraft.mutate({ practiceId })}
      onDone={() => router.push(list as Route)}
    />
  );
}
