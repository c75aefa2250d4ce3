"use client";

import { useEffect, useId, useState } from "react";
import type { PlanLine } from "@/domain/plan/lines";
import { emptyPlanRow, type PlanContext, type PlanRow } from "@/domain/plan/rows";
import { useTranslations } from "@/messages/use-translations";
import { Button } from "../../ui/button";
import { Notice } from "../../ui/notice";
import { Table, Tbody, Th, Thead } from "../../ui/table";
import { focusPlanLine, PlanTableRow } from "./plan-row";

/** Lines on a page: a table of a thousand lines stays quick to type into. */
const pageSize = 50;

type Props = {
  lines: readonly PlanLine[];
  organisations: PlanContext["organisations"];
  onChange: (rows: PlanRow[]) => void;
};

/** The lines of a plan, which can be changed, removed and added. */
export function PlanTable({ lines, organisations, onChange }: Props) {
  const t = useTranslations("outputs.layOut");
  const leads = useId();
  const [asked, setAsked] = useState(0);
  const [focus, setFocus] = useState<{ index: number } | null>(null);
  const [removed, setRemoved] = useState<PlanRow[] | null>(null);
  useEffect(() => {
    if (focus) focusPlanLine(focus.index);
  }, [focus]);
  const rows = lines.map(({ row }) => row);
  const first = Math.min(asked, Math.max(0, Math.ceil(lines.length / pageSize) - 1)) * pageSize;
  const shown = lines.slice(first, first + pageSize);
  const broken = lines.flatMap(({ problem }, index) => (problem === null ? [] : [index]));
  const goTo = (index: number) => {
    setAsked(Math.floor(index / pageSize));
    setFocus({ index });
  };
  const change = (next: PlanRow[]) => {
    setRemoved(null);
    onChange(next);
  };
  const remove = (index: number) => {
    onChange(rows.filter((_, other) => other !== index));
    setRemoved(rows);
    if (rows.length > 1) setFocus({ index: Math.min(index, rows.length - 2) });
  };
  const add = () => {
    change([...rows, emptyPlanRow]);
    goTo(rows.length);
  };
  const [firstBroken] = broken;
  return (
    <div className="grid gap-4">
      {firstBroken === undefined ? null : (
        <Notice
          tone="late"
          action={
            <Button size="small" onClick={() => goTo(firstBroken)}>
              {t("goToFirst")}
            </Button>
          }
        >
          {t("broken", { count: broken.length })}
        </Notice>
      )}
      <datalist id={leads}>
        {organisations.map(({ id, shortName }) => (
          <option key={id} value={shortName} />
        ))}
      </datalist>
      <Table caption={t("caption", { count: lines.length })} stacked>
        <Thead>
          {(["what", "number", "name", "package", "leader", "when"] as const).map((column) => (
            <Th key={column}>{t(column)}</Th>
          ))}
          <Th>
            <span className="sr-only">{t("removeColumn")}</span>
          </Th>
        </Thead>
        <Tbody>
          {shown.map((line, place) => {
            const index = first + place;
            return (
              <PlanTableRow
                key={index}
                index={index}
                line={line}
                leads={leads}
                onChange={(row) => change(rows.with(index, row))}
                onRemove={() => remove(index)}
              />
            );
          })}
        </Tbody>
      </Table>
      <div className="flex flex-wrap items-center gap-3" role="status">
        {removed ? (
          <>
            {t("removed")}
            <Button size="small" onClick={() => change(removed)}>
              {t("undo")}
            </Button>
          </>
        ) : null}
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button size="small" icon="plus" onClick={add}>
          {t("add")}
        </Button>
        {lines.length > pageSize ? (
          <>
            <span className="tabular text-ink-soft text-sm">
              {t("page", { first: first + 1, last: first + shown.length, count: lines.length })}
            </span>
            {first > 0 ? (
              <Button size="small" onClick={() => setAsked(first / pageSize - 1)}>
                {t("earlier")}
              </Button>
            ) : null}
            {first + pageSize < lines.length ? (
              <Button size="small" onClick={() => setAsked(first / pageSize + 1)}>
                {t("later")}
              </Button>
            ) : null}
          </>
        ) : null}
      </div>
    </div>
  );
}
