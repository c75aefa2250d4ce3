"use client";

import type { MoveDue } from "@/domain/schemas/outputs";
import { useTranslations } from "@/messages/use-translations";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { useNewId } from "../shared/use-new-id";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Textarea } from "../ui/textarea";

type Props = { outputId: string; dueOn: string | null; revision: number };

/** Moves the due date of an output, with a reason. */
export function MoveDueForm({ outputId, dueOn, revision }: Props) {
  const t = useTranslations("outputs.dueDate");
  const refresh = useRefresh();
  const { id, key, renew } = useNewId();
  return (
    <MutationForm
      key={key}
      draft={`due ${outputId}`}
      submit={dueOn === null ? t("set") : t("move")}
      submitKind="plain"
      mutate={(values) => trpc.outputs.moveDue.mutate({ ...values, id, outputId, revision } as MoveDue)}
      onDone={() => {
        renew();
        refresh();
      }}
      // Somebody else changed the output: the form stays, and is sent again with the revision that is shown then.
      onProblem={({ code }) => {
        if (code === "output.changed") refresh();
      }}
    >
      <Field name="dueOn" label={t("newDay")} required className="max-w-xs">
        <Input type="date" defaultValue={dueOn ?? undefined} />
      </Field>
      <Field name="reason" label={t("reason")} hint={t("reasonHint")} required>
        <Textarea rows={2} maxLength={1_000} />
      </Field>
    </MutationForm>
  );
}
