"use client";

import type { PlanItem, PlanLine, PlanProblem } from "@/domain/plan/lines";
import { type PlanRow, withNumber } from "@/domain/plan/rows";
import { outputCode } from "@/domain/outputs";
import { outputTypes } from "@/domain/programme/vocabulary";
import { useTranslations } from "@/messages/use-translations";
import { IconButton } from "../../ui/button";
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

/** The id of the title of a line. */
export const planLineId = (index: number) => `plan-line-${String(index)}`;

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

/** A line of a plan that can be changed, with what it becomes or why it cannot be added. */
export function PlanTableRow({ index, line, leads, onChange, onRemove }: Props) {
  const t = useTranslations("outputs.layOut");
  const types = useTranslations("programme.outputTypes");
  const { row } = line;
  const number = index + 1;
  const becomesId = `${planLineId(index)}-becomes`;
  const broken = line.problem === null ? null : cellOf[line.problem];
  const control = (cell: keyof PlanRow, column: string) => ({
    "aria-label": t("line", { column, number }),
    "aria-invalid": broken === cell ? true : undefined,
    "aria-describedby": broken === cell ? becomesId : undefined,
    value: row[cell],
  });
  const change = (cell: keyof PlanRow) => (event: { target: { value: string } }) =>
    onChange({ ...row, [cell]: event.target.value });
  return (
    <tr className="align-top">
      <Td label={t("what")}>
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
      <Td label={t("number")}>
        <Input
          {...control("number", t("number"))}
          size={4}
          className="min-w-20"
          onChange={(event) => onChange(withNumber(row, event.target.value))}
        />
      </Td>
      <Td label={t("name")} className="w-full max-sm:basis-full">
        <Input {...control("title", t("name"))} id={planLineId(index)} onChange={change("title")} />
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
      <Td label={t("package")}>
        <Input
          {...control("workPackage", t("packageLong"))}
          size={2}
          className="min-w-14"
          onChange={change("workPackage")}
        />
      </Td>
      <Td label={t("leader")}>
        <Input
          {...control("lead", t("leader"))}
          size={14}
          className="min-w-36"
          list={leads}
          onChange={change("lead")}
        />
      </Td>
      <Td label={t("when")}>
        <Input {...control("when", t("when"))} size={11} className="min-w-32" onChange={change("when")} />
      </Td>
      <Td actions>
        <IconButton icon="trash" label={t("remove", { number })} onClick={onRemove} />
      </Td>
    </tr>
  );
}
