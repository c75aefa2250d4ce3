"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import type { WithdrawPublication } from "@/domain/schemas/publications";
import { useTranslations } from "@/messages/use-translations";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { Field } from "../ui/field";
import { Textarea } from "../ui/textarea";

/** Withdraws an output from the public, with a reason that its address shows. */
export function WithdrawForm({ outputId, path }: { outputId: string; path: string }) {
  const t = useTranslations("publications.withdraw");
  const router = useRouter();
  return (
    <MutationForm
      draft={`withdraw publication ${outputId}`}
      submit={t("submit")}
      submitKind="danger"
      mutate={(values) => trpc.publications.withdraw.mutate({ ...values, outputId } as WithdrawPublication)}
      onDone={() => {
        router.replace(path as Route);
      }}
    >
      <Field name="reason" label={t("reason")} required>
        <Textarea maxLength={2_000} rows={2} />
      </Field>
    </MutationForm>
  );
}
