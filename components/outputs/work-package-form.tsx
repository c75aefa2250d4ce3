"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { v7 as uuid } from "uuid";
import type { UpdateWorkPackage, WorkPackageInput } from "@/domain/schemas/outputs";
import { trpc } from "../providers/trpc-client";
import { ActForm } from "../shared/act-form";
import { BothTexts, type Side } from "../shared/both-texts";
import { useAct } from "../shared/use-act";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select } from "../ui/select";

type Values = {
  number: number;
  title: string;
  startsOn: string | null;
  endsOn: string | null;
  leadOrganisationId: string | null;
};
type Standing = Values & { revision: number };
type Organisations = readonly { id: string; shortName: string; country: string }[];

const fields = ["number", "title", "startsOn", "endsOn", "leadOrganisationId"] as const;
const labels = {
  number: "number",
  title: "name",
  startsOn: "starts",
  endsOn: "ends",
  leadOrganisationId: "leader",
} as const;

const readValues = (values: Record<string, unknown>): Values => ({
  ...(values as Values),
  startsOn: typeof values.startsOn === "string" ? values.startsOn : null,
  endsOn: typeof values.endsOn === "string" ? values.endsOn : null,
  leadOrganisationId: typeof values.leadOrganisationId === "string" ? values.leadOrganisationId : null,
});

type Props = {
  projectId: string;
  organisations: Organisations;
  /** The number a new one most likely has. */
  nextNumber: number;
  /** Absent for a new one. */
  workPackage?: Standing & { id: string };
};

/** Adds a work package, or changes one, in a dialog. */
export function WorkPackageForm({ projectId, organisations, nextNumber, workPackage }: Props) {
  const t = useTranslations("outputs.packages");
  const router = useRouter();
  const [id, setId] = useState<string | null>(null);
  const [written, setWritten] = useState<Values | null>(null);
  const [standing, setStanding] = useState<Standing | null>(null);
  const close = () => {
    setId(null);
    setStanding(null);
  };
  const done = () => {
    close();
    router.refresh();
  };
  const { run, pending, problem } = useAct(
    (input: UpdateWorkPackage) => trpc.outputs.updateWorkPackage.mutate(input),
    (refused) => {
      if (refused.code === "work_package.changed") setStanding(refused.current as Standing);
    },
  );
  const shown = (values: Values, field: (typeof fields)[number]) =>
    field === "leadOrganisationId"
      ? (organisations.find((one) => one.id === values.leadOrganisationId)?.shortName ?? "")
      : String(values[field] ?? "");
  const decide = async (choice: Readonly<Record<string, Side>>) => {
    if (!standing || !written || !id) return;
    const kept = Object.fromEntries(
      fields.map((field) => [field, choice[field] === "mine" ? written[field] : standing[field]]),
    );
    const outcome = await run({ ...kept, id, revision: standing.revision } as UpdateWorkPackage);
    if (outcome.done) done();
  };
  const title = workPackage ? t("changeTitle", { number: workPackage.number }) : t("add");
  return (
    <>
      <Button
        kind={workPackage ? "quiet" : "primary"}
        size={workPackage ? "small" : "normal"}
        icon={workPackage ? "pencil" : "plus"}
        aria-label={title}
        onClick={() => setId(workPackage?.id ?? uuid())}
      >
        {workPackage ? t("change") : t("add")}
      </Button>
      <Dialog open={id !== null} onClose={close} title={title} wide={standing !== null}>
        {standing && written ? (
          <>
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
          </>
        ) : (
          <ActForm
            submit={workPackage ? t("save") : t("addAct")}
            act={async (given) => {
              const values = readValues(given);
              setWritten(values);
              if (workPackage) {
                const { revision } = workPackage;
                await trpc.outputs.updateWorkPackage.mutate({ ...values, id, revision } as UpdateWorkPackage);
              } else await trpc.outputs.addWorkPackage.mutate({ ...values, id, projectId } as WorkPackageInput);
            }}
            onProblem={(refused) => {
              if (refused.code === "work_package.changed") setStanding(refused.current as Standing);
            }}
            onDone={done}
          >
            <div className="grid gap-5 sm:grid-cols-[6rem_1fr]">
              <Field name="number" label={t("number")} required>
                <Input type="number" min={1} max={99} defaultValue={workPackage?.number ?? nextNumber} />
              </Field>
              <Field name="title" label={t("name")} required>
                <Input maxLength={200} defaultValue={workPackage?.title} />
              </Field>
            </div>
            <div className="grid gap-5 sm:grid-cols-2">
              <Field name="startsOn" label={t("starts")}>
                <Input type="date" defaultValue={workPackage?.startsOn ?? ""} />
              </Field>
              <Field name="endsOn" label={t("ends")}>
                <Input type="date" defaultValue={workPackage?.endsOn ?? ""} />
              </Field>
            </div>
            <Field name="leadOrganisationId" label={t("leader")}>
              <Select
                options={organisations.map((one) => ({ value: one.id, label: `${one.country} ${one.shortName}` }))}
                placeholder={t("none")}
                defaultValue={workPackage?.leadOrganisationId ?? ""}
              />
            </Field>
          </ActForm>
        )}
      </Dialog>
    </>
  );
}
