"use client";

import { useState } from "react";
import type { PlanItem, PlanLine, PlanProblem } from "@/domain/plan/lines";
import { type PlanRow, withNumber } from "@/domain/plan/rows";
import { outputCode } from "@/domain/outputs";
import { outputTypes } from "@/domain/programme/vocabulary";
import { useTranslations } from "@/messages/use-translations";
import { IconButton } from "../../ui/button";
import { cn } from "../../ui/cn";
import { CalendarDate } from "../../ui/date-time";
import { Icon } from "../../ui/icon";
import { Input } from "../../ui/input";
import { Select } from "../../ui/select";
import { Td } from "../../ui/table";

/** The cell that each problem is about. */
const cellOf: Record<PlanProblem, keyof PlanRow> = {
  what_unknown: "what",
  title_missing: "title",
  title_long: "title",
  number_missing: "number",
  number_unreadable: "number",
  number_taken: "number",
  package_unknown: "workPackage",
  lead_unknown: "lead",
  lead_unclear: "lead",
  when_unreadable: "when",
  when_outside: "when",
  no_start: "when",
};

const planLineId = (index: number) => `plan-line-${String(index)}`;
const changeId = (index: number) => `${planLineId(index)}-change`;

/** Moves the focus to the title of a line, or to its button where a phone shows the title as text. */
export function focusPlanLine(index: number): void {
  const title = document.getElementById(planLineId(index));
  (title?.offsetParent ? title : document.getElementById(changeId(index)))?.focus();
}

function Becomes({ item }: { item: PlanItem }) {
  const t = useTranslations("outputs.layOut");
  const isPackage = item.kind === "work_package";
  const code = isPackage ? `WP${String(item.number)}` : item.kind === "output" ? outputCode(item.number) : t("task");
  const due = isPackage ? item.endsOn : item.dueOn;
  return (
    <>
      <span className="font-semibold">{code}</span>
      {" · "}
      <bdi>{item.lead}</bdi>
      {" · "}
      {due === null ? t("noDay") : null}
      {isPackage && item.startsOn !== null ? (
        <>
          <CalendarDate value={item.startsOn} />
          {" – "}
        </>
      ) : null}
      {due === null ? null : <CalendarDate value={due} />}
    </>
  );
}

type Props = {
  index: number;
  line: PlanLine;
  /** The id of the list of leading organisations. */
  leads: string;
  onChange: (row: PlanRow) => void;
  onRemove: () => void;
};

/**
 * A line of a plan that can be changed, with what it becomes or why it cannot be added. A phone shows the fields of lines
 * that are not understood, and of others when asked.
 */
export function PlanTableRow({ index, line, leads, onChange, onRemove }: Props) {
  const t = useTranslations("outputs.layOut");
  const types = useTranslations("programme.outputTypes");
  const { row } = line;
  const number = index + 1;
  const becomesId = `${planLineId(index)}-becomes`;
  const broken = line.problem === null ? null : cellOf[line.problem];
  const [isOpen, setOpen] = useState(broken !== null);
  const isShown = isOpen || broken !== null;
  const field = isShown ? undefined : "max-sm:hidden!";
  const control = (cell: keyof PlanRow, column: string) => ({
    "aria-label": t("line", { column, number }),
    "aria-invalid": broken === cell ? true : undefined,
    "aria-describedby": broken === cell ? becomesId : undefined,
    value: row[cell],
  });
  const edit = (changed: PlanRow) => {
    // So that the fields stay when the line is understood while it is typed.
    setOpen(true);
    onChange(changed);
  };
  const change = (cell: keyof PlanRow) => (event: { target: { value: string } }) =>
    edit({ ...row, [cell]: event.target.value });
  return (
    <tr className="align-top">
      <Td label={t("what")} className={cn("max-sm:pe-24!", field)}>
        <Select
          {...control("what", t("what"))}
          className="min-w-40"
          placeholder={row.what === "" ? t("choose") : undefined}
          options={[
            { value: "work_package", label: t("kinds.work_package") },
            { value: "task", label: t("kinds.task") },
            {
              label: t("kinds.outputs"),
              options: outputTypes.map((type) => ({ value: type, label: t("output", { type: types(type) }) })),
            },
          ]}
          onChange={change("what")}
        />
      </Td>
      <Td label={t("number")} className={field}>
        <Input
          {...control("number", t("number"))}
          size={4}
          className="min-w-20"
          onChange={(event) => edit(withNumber(row, event.target.value))}
        />
      </Td>
      <Td
        label={isShown ? t("name") : undefined}
        className={cn("w-full max-sm:basis-full", !isShown && "max-sm:pe-24!")}
      >
        {isShown ? null : (
          <p className="wrap-anywhere sm:hidden">
            <bdi>{row.title}</bdi>
          </p>
        )}
        <Input {...control("title", t("name"))} id={planLineId(index)} className={field} onChange={change("title")} />
        <p id={becomesId} className="mt-1 text-sm wrap-anywhere">
          {line.item === null ? (
            <span className="text-late flex gap-1.5">
              <Icon name="alert" className="mt-0.5 shrink-0" />
              {t(`problems.${line.problem}`, { found: line.found })}
            </span>
          ) : (
            <Becomes item={line.item} />
          )}
        </p>
      </Td>
      <Td label={t("package")} className={field}>
        <Input
          {...control("workPackage", t("packageLong"))}
          size={2}
          className="min-w-14"
          onChange={change("workPackage")}
        />
      </Td>
      <Td label={t("leader")} className={field}>
        <Input
          {...control("lead", t("leader"))}
          size={14}
          className="min-w-36"
          list={leads}
          onChange={change("lead")}
        />
      </Td>
      <Td label={t("when")} className={field}>
        <Input {...control("when", t("when"))} size={11} className="min-w-32" onChange={change("when")} />
      </Td>
      <Td actions>
        {broken === null ? (
          <IconButton
            icon={isOpen ? "chevron-up" : "pencil"}
            id={changeId(index)}
            label={t("change", { number })}
            aria-expanded={isOpen}
            className="sm:hidden"
            onClick={() => setOpen(!isOpen)}
          />
        ) : null}
        <IconButton icon="trash" label={t("remove", { number })} onClick={onRemove} />
      </Td>
    </tr>
  );
}
