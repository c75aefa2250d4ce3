"use client";

import { useTranslations } from "next-intl";
import type { UpdateOutput } from "@/domain/schemas/outputs";
import { trpc } from "../providers/trpc-client";
import { BothTexts, type Side } from "../shared/both-texts";
import { useAct } from "../shared/use-act";
import type { OutputChoices, OutputValues } from "./output-fields";

export type StandingOutput = OutputValues & { revision: number };

type Props = {
  outputId: string;
  written: OutputValues;
  standing: StandingOutput;
  choices: OutputChoices;
  onDone: () => void;
  /** Somebody was faster once more. */
  onAgain: (standing: StandingOutput) => void;
};

const fields = [
  "number",
  "title",
  "description",
  "type",
  "leadOrganisationId",
  "contributorIds",
  "workPackageId",
  "languages",
  "dueOn",
] as const;
type FieldName = (typeof fields)[number];

const labels = {
  number: "number",
  title: "title",
  description: "description",
  type: "type",
  leadOrganisationId: "lead",
  contributorIds: "contributors",
  workPackageId: "package",
  languages: "languages",
  dueOn: "dueOn",
} as const satisfies Record<FieldName, string>;

/** What I wrote beside what stands, field by field. */
export function OutputConflict({ outputId, written, standing, choices, onDone, onAgain }: Props) {
  const t = useTranslations("outputs.form");
  const types = useTranslations("programme.outputTypes");
  const { run, pending, problem } = useAct(
    (input: UpdateOutput) => trpc.outputs.update.mutate(input),
    (refused) => {
      if (refused.code === "output.changed") onAgain(refused.current as StandingOutput);
    },
  );
  const organisation = (id: string) => choices.organisations.find((one) => one.id === id)?.shortName ?? id;
  const shown = (values: OutputValues, field: FieldName): string => {
    switch (field) {
      case "number":
        return String(values.number);
      case "type":
        return types(values.type);
      case "leadOrganisationId":
        return organisation(values.leadOrganisationId);
      case "contributorIds":
        return values.contributorIds.map(organisation).sort().join(", ");
      case "workPackageId":
        return choices.packages.find(({ id }) => id === values.workPackageId)?.title ?? "";
      case "languages":
        return [...values.languages]
          .sort()
          .map((code) => choices.languages.find(({ value }) => value === code)?.label ?? code)
          .join(", ");
      case "title":
      case "description":
        return values[field];
      case "dueOn":
        return values.dueOn ?? "";
    }
  };
  const decide = async (choice: Readonly<Record<string, Side>>) => {
    const kept = Object.fromEntries(
      fields.map((field) => [field, choice[field] === "mine" ? written[field] : standing[field]]),
    );
    const outcome = await run({ ...kept, outputId, revision: standing.revision } as UpdateOutput);
    if (outcome.done) onDone();
  };
  return (
    <div className="grid gap-4">
      {problem ? <p role="alert">{problem.sentence}</p> : null}
      <BothTexts
        key={standing.revision}
        pending={pending}
        onDecide={(choice) => void decide(choice)}
        texts={fields.map((field) => ({
          key: field,
          label: t(labels[field]),
          mine: shown(written, field),
          theirs: shown(standing, field),
        }))}
      />
    </div>
  );
}
