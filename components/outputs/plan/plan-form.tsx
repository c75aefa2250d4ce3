"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { v7 as uuid } from "uuid";
import { planItems, type PlanLine, planOverflow, readPlanLines } from "@/domain/plan/lines";
import { type PlanContext, readPlan, writePlan } from "@/domain/plan/rows";
import { useTranslations } from "@/messages/use-translations";
import { useRefresh } from "../../providers/page-actions";
import { trpc } from "../../providers/trpc-client";
import { MutationForm } from "../../shared/mutation-form";
import { setControl, writeUnsaved } from "../../shared/unsaved-text";
import { Field } from "../../ui/field";
import { Notice } from "../../ui/notice";
import { Textarea } from "../../ui/textarea";
import { planRequest } from "./plan-request";
import { PlanTable } from "./plan-table";

type Props = {
  projectId: string;
  /** The address of the outputs. */
  path: string;
  context: PlanContext;
  /** The table that the form opens with, and the name of its draft. */
  initial: string;
  draft: string;
};

/** Ids by kind and place, made when they are first asked for. */
function newIds() {
  const ids = new Map<string, string>();
  return (kind: string, place: number) => {
    const key = `${kind} ${String(place)}`;
    const id = ids.get(key) ?? uuid();
    ids.set(key, id);
    return id;
  };
}

const countsOf = (lines: readonly PlanLine[]) => {
  const { workPackages, outputs, tasks } = planItems(lines);
  return { packages: workPackages.length, outputs: outputs.length, tasks: tasks.length };
};

/**
 * Lays out a plan from a table: pasted, or filled by a template. The text of the table is what the form holds: a change
 * of a line writes the text anew. Lines that are not understood stay after the others were added.
 */
export function PlanForm({ projectId, path, context, initial, draft }: Props) {
  const t = useTranslations("outputs.layOut");
  const router = useRouter();
  const refresh = useRefresh();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(initial);
  // A new round after each plan that was added: a repeated id adds nothing.
  const [round, setRound] = useState(() => ({ number: 0, idOf: newIds() }));
  const [done, setDone] = useState<ReturnType<typeof countsOf> | null>(null);
  const { rows, unused } = readPlan(text, context);
  const lines = readPlanLines(rows, context);
  const counts = countsOf(lines);
  const change = (next: typeof rows) => {
    // As if it was typed into the field, which the form keeps.
    if (field.current) setControl(field.current, next.length === 0 ? "" : writePlan(next));
  };
  const finish = () => {
    const rest = lines.filter(({ problem }) => problem !== null).map(({ row }) => row);
    if (rest.length === 0) {
      router.replace(path as Route);
      return;
    }
    setDone(counts);
    writeUnsaved(draft, { table: { value: writePlan(rest), before: initial } });
    // The form starts anew and puts the rest back.
    setText(initial);
    setRound({ number: round.number + 1, idOf: newIds() });
    refresh();
  };
  const table = (
    <Field name="table" label={t("table")} hint={t("hint")} required>
      <Textarea
        rows={5}
        className="max-h-48 font-mono text-sm"
        ref={field}
        defaultValue={initial}
        onChange={(event) => setText(event.target.value)}
      />
    </Field>
  );
  return (
    <div className="grid gap-5">
      {done ? (
        <Notice tone="approved" live>
          {t("done", done)}
        </Notice>
      ) : null}
      <MutationForm
        key={round.number}
        draft={draft}
        noValidate
        submit={t("submit")}
        mutate={() => trpc.outputs.layOut.mutate(planRequest(projectId, lines, context, round.idOf))}
        onDone={finish}
        // Somebody else may have added to the plan: the numbers that are taken are read anew.
        onProblem={refresh}
        beside={rows.length > 0 ? <span className="text-ink-soft">{t("understood", counts)}</span> : null}
      >
        {initial === "" ? (
          <div className="max-w-form">{table}</div>
        ) : (
          <details className="max-w-form">
            <summary className="link mb-3 w-fit font-semibold">{t("showTable")}</summary>
            {table}
          </details>
        )}
        {unused.length > 0 ? (
          <Notice tone="due">{t("unused", { count: unused.length, names: unused.join(", ") })}</Notice>
        ) : null}
        {planOverflow(lines, context).map(({ kind, ...values }) => (
          <Notice key={kind} tone="late">
            {t(`tooMany.${kind}`, values)}
          </Notice>
        ))}
        {rows.length > 0 ? <PlanTable lines={lines} organisations={context.organisations} onChange={change} /> : null}
        {counts.tasks > 0 ? <p className="text-ink-soft max-w-prose text-sm">{t("tasksTold")}</p> : null}
      </MutationForm>
    </div>
  );
}
