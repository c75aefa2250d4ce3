"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { v7 as uuid } from "uuid";
import type { PlannedOutput, UpdateOutput } from "@/domain/schemas/outputs";
import { trpc } from "../providers/trpc-client";
import { ActForm } from "../shared/act-form";
import { OutputConflict, type StandingOutput } from "./output-conflict";
import { type OutputChoices, OutputFields, type OutputValues } from "./output-fields";

type Props = {
  projectId: string;
  /** The address of the outputs. */
  path: string;
  choices: OutputChoices;
  /** Absent for a new one. */
  output?: OutputValues & { id: string; revision: number };
};

/** Plans an output, or changes its plan; who comes second sees both texts and chooses. */
export function OutputForm({ projectId, path, choices, output }: Props) {
  const t = useTranslations("outputs.form");
  const router = useRouter();
  const [id] = useState(() => output?.id ?? uuid());
  const [written, setWritten] = useState<OutputValues | null>(null);
  const [standing, setStanding] = useState<StandingOutput | null>(null);
  // Back must not lead to a form that would make a second one.
  const leave = () => router.replace(`${path}/${id}` as Route);
  const readWritten = (values: Record<string, unknown>): OutputValues => ({
    ...(values as OutputValues),
    description: typeof values.description === "string" ? values.description : "",
    workPackageId: typeof values.workPackageId === "string" ? values.workPackageId : null,
    dueOn: typeof values.dueOn === "string" ? values.dueOn : null,
  });
  if (standing && written) {
    return (
      <OutputConflict
        outputId={id}
        written={written}
        standing={standing}
        choices={choices}
        onDone={leave}
        onAgain={setStanding}
      />
    );
  }
  return (
    <ActForm
      submit={output ? t("save") : t("add")}
      act={async (values) => {
        if (!output) {
          await trpc.outputs.create.mutate({ ...values, id, projectId } as PlannedOutput & { projectId: string });
          return;
        }
        const mine = readWritten(values);
        setWritten(mine);
        await trpc.outputs.update.mutate({ ...mine, outputId: id, revision: output.revision } as UpdateOutput);
      }}
      onProblem={(problem) => {
        if (problem.code === "output.changed") setStanding(problem.current as StandingOutput);
      }}
      onDone={leave}
    >
      <OutputFields choices={choices} {...(output ? { defaults: output } : {})} />
    </ActForm>
  );
}
