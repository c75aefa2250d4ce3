"use client";

import { useTranslations } from "@/messages/use-translations";
import { useState } from "react";
import { v7 as uuid } from "uuid";
import type { UpdateWorkPackage, WorkPackageInput } from "@/domain/schemas/outputs";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { MutationForm } from "../shared/mutation-form";
import { EditForm } from "../shared/edit-form";
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
type Organisations = readonly { id: string; shortName: string; country: string }[];

const labels = {
  number: "number",
  title: "name",
  startsOn: "starts",
  endsOn: "ends",
  leadOrganisationId: "leader",
} as const satisfies Record<keyof Values, string>;
const names = Object.keys(labels) as (keyof Values)[];

const readValues = (values: Record<string, unknown>): Values => ({
  ...(values as Values),
  startsOn: typeof values.startsOn === "string" ? values.startsOn : null,
  endsOn: typeof values.endsOn === "string" ? values.endsOn : null,
  leadOrganisationId: typeof values.leadOrganisationId === "string" ? values.leadOrganisationId : null,
});

type Props = {
  projectId: string;
  organisations: Organisations;
  /** The suggested number of a new one. */
  nextNumber: number;
  /** Absent for a new one. */
  workPackage?: Values & { id: string; revision: number };
};

/** Adds or edits a work package in a dialog. */
export function WorkPackageForm({ projectId, organisations, nextNumber, workPackage }: Props) {
  const t = useTranslations("outputs.packages");
  const refresh = useRefresh();
  const [id, setId] = useState<string | null>(null);
  const [conflict, setConflict] = useState(false);
  const close = () => {
    setId(null);
    setConflict(false);
  };
  const done = () => {
    close();
    refresh();
  };
  const organisationOptions = organisations.map((one) => ({ value: one.id, label: `${one.country} ${one.shortName}` }));
  const textOf = (name: keyof Values, values: Values) => {
    const value = values[name];
    const text = String(value ?? "");
    if (name !== "leadOrganisationId") return text;
    return organisationOptions.find((one) => one.value === value)?.label ?? text;
  };
  const inputs = (values: Partial<Values>) => (
    <>
      <div className="grid gap-5 sm:grid-cols-[6rem_1fr]">
        <Field name="number" label={t("number")} required>
          <Input type="number" min={1} max={99} defaultValue={values.number} />
        </Field>
        <Field name="title" label={t("name")} required>
          <Input maxLength={200} defaultValue={values.title} />
        </Field>
      </div>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name="startsOn" label={t("starts")}>
          <Input type="date" defaultValue={values.startsOn ?? ""} />
        </Field>
        <Field name="endsOn" label={t("ends")}>
          <Input type="date" defaultValue={values.endsOn ?? ""} />
        </Field>
      </div>
      <Field name="leadOrganisationId" label={t("leader")}>
        <Select options={organisationOptions} placeholder={t("none")} defaultValue={values.leadOrganisationId ?? ""} />
      </Field>
    </>
  );
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
      <Dialog open={id !== null} onClose={close} title={title} wide={conflict}>
        {workPackage ? (
          <EditForm
            draft={`work package ${workPackage.id}`}
            opened={workPackage}
            names={names}
            read={readValues}
            changed="work_package.changed"
            save={(values, revision) =>
              trpc.outputs.updateWorkPackage.mutate({ ...values, id, revision } as UpdateWorkPackage)
            }
            onDone={done}
            onConflict={setConflict}
            label={(name) => t(labels[name])}
            textOf={textOf}
            submit={t("save")}
          >
            {inputs}
          </EditForm>
        ) : (
          <MutationForm
            draft={`work package new ${projectId}`}
            submit={t("addAct")}
            mutate={(values) => trpc.outputs.addWorkPackage.mutate({ ...values, id, projectId } as WorkPackageInput)}
            onDone={done}
          >
            {inputs({ number: nextNumber })}
          </MutationForm>
        )}
      </Dialog>
    </>
  );
}
