"use client";

import { quietDaysRange } from "@/domain/reminders";
import { useTranslations } from "@/messages/use-translations";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { Field } from "../ui/field";
import { Input } from "../ui/input";

/** Chooses when the weekly e-mail to coordinators names an organisation that does nothing. */
export function QuietDaysForm({ projectId, quietDays }: { projectId: string; quietDays: number }) {
  const t = useTranslations("projects.quiet");
  return (
    <MutationForm
      draft={null}
      submit={t("save")}
      submitKind="plain"
      mutate={(values) => trpc.projects.setQuietDays.mutate({ projectId, quietDays: Number(values["quietDays"]) })}
      onDone={useRefresh()}
    >
      <Field name="quietDays" label={t("days")} required>
        <Input
          type="number"
          inputMode="numeric"
          min={quietDaysRange.least}
          max={quietDaysRange.most}
          defaultValue={quietDays}
        />
      </Field>
    </MutationForm>
  );
}
