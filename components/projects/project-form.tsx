"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "@/messages/use-translations";
import { useState } from "react";
import { prioritiesOf } from "@/domain/programme/priorities";
import { fields, impacts, kinds, objectives, strands } from "@/domain/programme/vocabulary";
import type { UpdateProject } from "@/domain/schemas/projects";
import { useRefresh } from "../providers/page-actions";
import { trpc } from "../providers/trpc-client";
import { EditForm } from "../shared/edit-form";
import { CheckboxGroup } from "../ui/choice";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { LinkButton } from "../ui/link-button";
import { Textarea } from "../ui/textarea";
import { type Call, CallFields } from "./call-fields";

type Values = {
  title: string;
  acronym: string;
  summary: string;
  /** These fields depend on each other, so that a conflict in one is a conflict in all. */
  call: Call;
  startsOn: string | null;
  durationMonths: number | null;
  grantReference: string | null;
  priorities: readonly string[];
  objectives: readonly string[];
  impacts: readonly string[];
};

const names = [
  "title",
  "acronym",
  "summary",
  "call",
  "startsOn",
  "durationMonths",
  "grantReference",
  "priorities",
  "objectives",
  "impacts",
] as const satisfies (keyof Values)[];

export type EditableProject = Omit<Values, "call"> & {
  id: string;
  slug: string;
  revision: number;
  callYear: number;
  actionCode: string;
  field: string | null;
  kind: string | null;
  strand: string | null;
};

const readValues = (formValues: Record<string, unknown>): Values => ({
  ...(formValues as Values),
  call: {
    callYear: Number(formValues.callYear),
    actionCode: typeof formValues.actionCode === "string" ? formValues.actionCode : undefined,
    field: fields.find((one) => one === formValues.field),
    kind: kinds.find((one) => one === formValues.kind),
    strand: strands.find((one) => one === formValues.strand),
  },
});

function ProjectFields({ values }: { values: Values }) {
  const t = useTranslations("projects.fields");
  const tProgramme = useTranslations("programme");
  const [call, setCall] = useState(values.call);
  const called = prioritiesOf(call.callYear, call.actionCode ?? "", call.field);
  const chosen = values.priorities as readonly string[] | undefined;
  const offered = [...new Set([...called.flatMap((list) => list.priorities), ...(chosen ?? [])])];
  return (
    <>
      <Field name="title" label={t("title")} required>
        <Input maxLength={300} defaultValue={values.title} />
      </Field>
      <Field name="acronym" label={t("acronym")} required className="max-w-sm">
        <Input maxLength={40} defaultValue={values.acronym} />
      </Field>
      <Field name="summary" label={t("summary")} hint={t("summaryHint")}>
        <Textarea rows={6} maxLength={10_000} defaultValue={values.summary} />
      </Field>
      <CallFields call={call} onChange={setCall} />
      {/* A call with one option shows no control, so its value is submitted here. */}
      <input type="hidden" name="kind" value={call.kind ?? ""} />
      <input type="hidden" name="strand" value={call.strand ?? ""} />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name="startsOn" label={t("startsOn")}>
          <Input type="date" defaultValue={values.startsOn ?? ""} />
        </Field>
        <Field name="durationMonths" label={t("durationMonths")}>
          <Input type="number" min={1} max={60} defaultValue={values.durationMonths ?? ""} />
        </Field>
      </div>
      <Field name="grantReference" label={t("grantReference")}>
        <Input maxLength={60} spellCheck={false} defaultValue={values.grantReference ?? ""} />
      </Field>
      {offered.length > 0 ? (
        <CheckboxGroup
          name="priorities"
          legend={t("priorities")}
          columns
          options={offered.map((value) => ({ value, label: tProgramme(`priorities.${value}`) }))}
          defaultValue={chosen ?? []}
        />
      ) : null}
      <CheckboxGroup
        name="objectives"
        legend={t("objectives")}
        options={objectives.map((value) => ({ value, label: tProgramme(`objectives.${value}`) }))}
        defaultValue={values.objectives}
      />
      <CheckboxGroup
        name="impacts"
        legend={t("impacts")}
        columns
        options={impacts.map((value) => ({ value, label: tProgramme(`impacts.${value}`) }))}
        defaultValue={values.impacts}
      />
    </>
  );
}

/** Edits the project summary; after a concurrent edit both texts are shown to choose from. */
export function ProjectForm({ project }: { project: EditableProject }) {
  const t = useTranslations("projects.fields");
  const edit = useTranslations("projects.edit");
  const tProgramme = useTranslations("programme");
  const router = useRouter();
  const refresh = useRefresh();
  const path = `/projects/${project.slug}` as Route;

  const callText = ({ callYear, actionCode, field, kind, strand }: Call): string =>
    [
      String(callYear),
      actionCode ? tProgramme(`actions.${actionCode}`) : null,
      strand ? tProgramme(`strands.${strand}`) : null,
      field ? tProgramme(`fields.${field}`) : null,
      kind ? tProgramme(`kinds.${kind}`) : null,
    ]
      .filter(Boolean)
      .join("\n");
  const textOf = (name: keyof Values, values: Values): string => {
    if (name === "call") return callText(values.call);
    // Empty fields are absent from the form values.
    const value: Partial<Values>[typeof name] = values[name];
    if (typeof value === "string" || typeof value === "number") return String(value);
    return (value ?? []).map((one) => tProgramme(`${name}.${one}`)).join("\n");
  };
  return (
    <EditForm
      draft={`project ${project.id}`}
      opened={project}
      names={names}
      read={readValues}
      changed="project.changed"
      save={({ call, ...values }, revision) =>
        trpc.projects.update.mutate({ ...values, ...call, projectId: project.id, revision } as UpdateProject)
      }
      onDone={() => {
        router.push(path);
        refresh();
      }}
      label={(name) => t(name)}
      textOf={textOf}
      submit={edit("save")}
      beside={
        <LinkButton href={path} kind="quiet">
          {edit("cancel")}
        </LinkButton>
      }
    >
      {(values) => <ProjectFields values={values} />}
    </EditForm>
  );
}
