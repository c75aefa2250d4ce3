"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "@/messages/use-translations";
import { trpc } from "../providers/trpc-client";
import { ConfirmButton } from "../shared/confirm-button";

/** Removes an output without files, after a confirmation. */
export function RemoveOutput({ outputId, name, next }: { outputId: string; name: string; next: string }) {
  const t = useTranslations("outputs.page");
  const router = useRouter();
  return (
    <ConfirmButton
      label={t("remove")}
      icon="trash"
      kind="danger"
      title={t("removeSure", { name })}
      description={t("removeText")}
      mutate={() => trpc.outputs.remove.mutate({ outputId })}
      onDone={() => router.push(next as Route)}
    />
  );
}
