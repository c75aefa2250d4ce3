"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { prioritiesOf } from "@/domain/programme/priorities";
import { fields, impacts, kinds, objectives, strands } from "@/domain/programme/vocabulary";
import type { UpdateProject } from "@/domain/schemas/projects";
import { trpc } from "../providers/trpc-client";
import { ActForm } from "../shared/act-form";
import { BothTexts } from "../shared/both-texts";
import { useAct } from "../shared/use-act";
import { CheckboxGroup } from "../ui/choice";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { LinkButton } from "../ui/link-button";
import { Notice } from "../ui/notice";
import { Textarea } from "../ui/textarea";
import { type Call, CallFields } from "./call-fields";

const names = [
  "callYear",
  "actionCode",
  "field",
  "kind",
  "strand",
  "title",
  "acronym",
  "summary",
  "startsOn",
  "durationMonths",
  "grantReference",
  "priorities",
  "objectives",
  "impacts",
] as const;
type Name = (typeof names)[number];

/** Where the programme's words for a code stand. */
const lists: Partial<Record<Name, string>> = {
  actionCode: "actions",
  field: "fields",
  kind: "kinds",
  strand: "strands",
};

export type EditableProject = { id: string; slug: string; revision: number } & Record<
  Exclude<
    Name,
    "priorities" | "objectives" | "impacts" | "callYear" | "durationMonths" | "title" | "acronym" | "summary"
  >,
  string | null
> & {
    callYear: number;
    durationMonths: number | null;
    title: string;
    acronym: string;
    summary: string;
    priorities: string[];
    objectives: string[];
    impacts: string[];
  };

const isProject = (value: unknown): value is EditableProject =>
  typeof value === "object" && value !== null && "revision" in value && "acronym" in value;

/** Changes the description of a project; when somebody else was faster, both texts are shown. */
export function ProjectForm({ project }: { project: EditableProject }) {
  const t = useTranslations("projects.fields");
  const edit = useTranslations("projects.edit");
  const words = useTranslations("programme");
  const router = useRouter();
  const [call, setCall] = useState<Call>({
    callYear: project.callYear,
    actionCode: project.actionCode ?? undefined,
    field: fields.find((one) => one === project.field),
    kind: kinds.find((one) => one === project.kind),
    strand: strands.find((one) => one === project.strand),
  });
  const [typed, setTyped] = useState<Record<string, unknown>>({});
  const [current, setCurrent] = useState<EditableProject | null>(null);
  const path = `/projects/${project.slug}` as Route;

  const save = (values: Record<string, unknown>, revision: number) => {
    setTyped(values);
    return trpc.projects.update.mutate({ ...values, projectId: project.id, revision } as UpdateProject);
  };
  const hear = (problem: { current: unknown }) => {
    if (isProject(problem.current)) setCurrent(problem.current);
  };
  const leave = () => {
    router.push(path);
    router.refresh();
  };
  const again = useAct((values: Record<string, unknown>) => save(values, current?.revision ?? project.revision), hear);

  const inWords = (name: Name, value: unknown): string => {
    if (Array.isArray(value)) return value.map((one) => words(`${name}.${String(one)}`)).join("\n");
    if (typeof value === "number") return String(value);
    if (typeof value !== "string") return "";
    const list = lists[name];
    return list ? words(`${list}.${value}`) : value;
  };

  if (current) {
    const decide = async (choice: Readonly<Record<string, "mine" | "theirs">>) => {
      const theirs = names.filter((name) => choice[name] === "theirs").map((name) => [name, current[name]]);
      const outcome = await again.run({ ...typed, ...(Object.fromEntries(theirs) as Record<string, unknown>) });
      if (outcome.done) leave();
    };
    return (
      <div className="grid gap-4">
        {again.problem && !isProject(again.problem.current) ? (
          <Notice tone="late" live>
            {again.problem.sentence}
          </Notice>
        ) : null}
        <BothTexts
          key={current.revision}
          texts={names.map((name) => ({
            key: name,
            label: t(name),
            mine: inWords(name, typed[name]),
            theirs: inWords(name, current[name]),
          }))}
          pending={again.pending}
          onDecide={(choice) => void decide(choice)}
        />
      </div>
    );
  }

  const called = prioritiesOf(call.callYear, call.actionCode ?? "", call.field);
  const offered = [...new Set([...called.flatMap((list) => list.priorities), ...project.priorities])];
  return (
    <ActForm
      submit={edit("save")}
      act={(values) => save(values, project.revision)}
      onProblem={hear}
      onDone={leave}
      beside={
        <LinkButton href={path} kind="quiet">
          {edit("cancel")}
        </LinkButton>
      }
    >
      <Field name="title" label={t("title")} required>
        <Input maxLength={300} defaultValue={project.title} />
      </Field>
      <Field name="acronym" label={t("acronym")} required className="max-w-sm">
        <Input maxLength={40} defaultValue={project.acronym} />
      </Field>
      <Field name="summary" label={t("summary")} hint={t("summaryHint")}>
        <Textarea rows={6} maxLength={10_000} defaultValue={project.summary} />
      </Field>
      <CallFields call={call} onChange={setCall} />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name="startsOn" label={t("startsOn")}>
          <Input type="date" defaultValue={project.startsOn ?? ""} />
        </Field>
        <Field name="durationMonths" label={t("durationMonths")}>
          <Input type="number" min={1} max={60} defaultValue={project.durationMonths ?? ""} />
        </Field>
      </div>
      <Field name="grantReference" label={t("grantReference")}>
        <Input maxLength={60} spellCheck={false} defaultValue={project.grantReference ?? ""} />
      </Field>
      {offered.length > 0 ? (
        <CheckboxGroup
          name="priorities"
          legend={t("priorities")}
          columns
          options={offered.map((value) => ({ value, label: words(`priorities.${value}`) }))}
          defaultValue={project.priorities}
        />
      ) : null}
      <CheckboxGroup
        name="objectives"
        legend={t("objectives")}
        options={objectives.map((value) => ({ value, label: words(`objectives.${value}`) }))}
        defaultValue={project.objectives}
      />
      <CheckboxGroup
        name="impacts"
        legend={t("impacts")}
        columns
        options={impacts.map((value) => ({ value, label: words(`impacts.${value}`) }))}
        defaultValue={project.impacts}
      />
    </ActForm>
  );
}
