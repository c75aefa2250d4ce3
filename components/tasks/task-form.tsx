"use client";

import type { AddTask } from "@/domain/schemas/tasks";
import { useTranslations } from "@/messages/use-translations";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { useNewId } from "../shared/use-new-id";
import { type Absence, useAwayText } from "../absences/away-text";
import { Checkbox } from "../ui/choice";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { Textarea } from "../ui/textarea";

export type Assignees = readonly {
  organisationId: string;
  organisation: string;
  people: readonly { id: string; name: string; away: Absence | null }[];
}[];

type Props = {
  projectId: string;
  assignees: Assignees;
  outputs: readonly { id: string; label: string }[];
  /** What the page that leads here is about. */
  about?: { outputId: string | undefined; title: string | undefined };
};

/** The choice of the form: an organisation, or a person. */
const toAssignee = (value: unknown) => {
  const [kind, id] = String(value).split(":");
  return kind === "person" ? { personId: id } : { organisationId: id };
};

/** Asks a person or an organisation of the project for something. */
export function TaskForm({ projectId, assignees, outputs, about }: Props) {
  const t = useTranslations("tasks.form");
  const refresh = useRefresh();
  const awayText = useAwayText();
  const { id, key, renew } = useNewId();
  return (
    <MutationForm
      key={key}
      draft={about ? null : `task ${projectId}`}
      submit={t("add")}
      submitKind="primary"
      mutate={({ assignee, ...values }) =>
        trpc.tasks.add.mutate({ ...values, id, projectId, assignee: toAssignee(assignee) } as AddTask)
      }
      onDone={() => {
        renew();
        refresh();
      }}
    >
      <Field name="title" label={t("title")} required>
        <Input maxLength={200} defaultValue={about?.title} />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="assignee" label={t("assignee")} required>
          <Select
            placeholder={t("choose")}
            options={assignees.map(({ organisationId, organisation, people }) => ({
              label: organisation,
              options: [
                { value: `organisation:${organisationId}`, label: t("anyone", { organisation }) },
                ...people.map(({ id: personId, name, away }) => ({
                  value: `person:${personId}`,
                  label: away ? `${name} (${awayText(away)})` : name,
                })),
              ],
            }))}
          />
        </Field>
        <Field name="dueOn" label={t("dueOn")}>
          <Input type="date" />
        </Field>
      </div>
      <Checkbox name="monthly" label={t("monthly")} hint={t("monthlyHint")} />
      {outputs.length > 0 ? (
        <Field name="outputId" label={t("output")}>
          <Select
            placeholder={t("noOutput")}
            defaultValue={about?.outputId}
            options={outputs.map((output) => ({ value: output.id, label: output.label }))}
          />
        </Field>
      ) : null}
      <Field name="note" label={t("note")}>
        <Textarea rows={2} maxLength={2_000} />
      </Field>
    </MutationForm>
  );
}
