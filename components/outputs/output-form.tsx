"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "@/messages/use-translations";
import { useState } from "react";
import { v7 as uuid } from "uuid";
import { licenceKey } from "@/domain/licences";
import type { PlannedOutput, UpdateOutput } from "@/domain/schemas/outputs";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { EditForm } from "../shared/edit-form";
import { type OutputChoices, OutputFields, type OutputValues } from "./output-fields";

type Props = {
  projectId: string;
  /** The address of the outputs. */
  path: string;
  choices: OutputChoices;
  /** Absent for a new one. */
  output?: OutputValues & { id: string; revision: number };
};

const labels = {
  number: "number",
  title: "title",
  description: "description",
  type: "type",
  leadOrganisationId: "lead",
  contributorIds: "contributors",
  workPackageId: "package",
  languages: "languages",
  licence: "licence",
} as const satisfies Record<keyof OutputValues, string>;
const names = Object.keys(labels) as (keyof OutputValues)[];

const readValues = (input: Record<string, unknown>): OutputValues => ({
  ...(input as OutputValues),
  description: typeof input.description === "string" ? input.description : "",
  workPackageId: typeof input.workPackageId === "string" ? input.workPackageId : null,
  licence: typeof input.licence === "string" ? input.licence : null,
});

/** Adds an output to the plan, or edits it; after a concurrent edit both texts are shown to choose from. */
export function OutputForm({ projectId, path, choices, output }: Props) {
  const t = useTranslations("outputs.form");
  const types = useTranslations("programme.outputTypes");
  const licenceNames = useTranslations("practices.licences");
  const router = useRouter();
  const [id] = useState(() => output?.id ?? uuid());
  // Replaced in the history, so that Back does not lead to a form that would add a second output.
  const leave = () => router.replace(`${path}/${id}` as Route);
  const organisation = (wanted: string) => {
    const found = choices.organisations.find((one) => one.id === wanted);
    return found ? `${found.country} ${found.shortName}` : wanted;
  };
  const workPackage = (wanted: string) => {
    const found = choices.packages.find((one) => one.id === wanted);
    return found ? `WP${String(found.number)} ${found.title}` : wanted;
  };
  const textOf = (name: keyof OutputValues, values: OutputValues): string => {
    switch (name) {
      case "number":
        // Empty fields are absent from the form values.
        return String((values as Partial<OutputValues>).number ?? "");
      case "type":
        return types(values.type);
      case "leadOrganisationId":
        return organisation(values.leadOrganisationId);
      case "contributorIds":
        return values.contributorIds.map(organisation).sort().join(", ");
      case "workPackageId":
        return values.workPackageId === null ? "" : workPackage(values.workPackageId);
      case "languages":
        return values.languages
          .map((code) => choices.languages.find(({ value }) => value === code)?.label ?? code)
          .sort()
          .join(", ");
      case "title":
      case "description":
        return values[name];
      case "licence":
        return values.licence === null ? "" : licenceNames(licenceKey(values.licence));
    }
  };
  if (!output) {
    return (
      <MutationForm
        draft={`output new ${projectId}`}
        submit={t("add")}
        mutate={(values) =>
          trpc.outputs.create.mutate({ ...values, id, projectId } as PlannedOutput & { projectId: string })
        }
        onDone={leave}
      >
        <OutputFields choices={choices} />
      </MutationForm>
    );
  }
  return (
    <EditForm
      draft={`output ${id}`}
      opened={output}
      names={names}
      read={readValues}
      changed="output.changed"
      save={(values, revision) => trpc.outputs.update.mutate({ ...values, outputId: id, revision } as UpdateOutput)}
      onDone={leave}
      label={(name) => t(labels[name])}
      textOf={textOf}
      submit={t("save")}
    >
      {(values) => <OutputFields choices={choices} defaults={values} />}
    </EditForm>
  );
}
