"use client";

import { useTranslations } from "@/messages/use-translations";
import type { ReactNode } from "react";
import { actionsOf, programmeYears } from "@/domain/programme/actions";
import {
  type Field as ProgrammeField,
  fields,
  type Kind,
  kinds,
  type Strand,
  strands,
} from "@/domain/programme/vocabulary";
import { RadioGroup } from "../ui/choice";
import { Field } from "../ui/field";
import { Select } from "../ui/select";

export type Call = {
  callYear: number;
  actionCode: string | undefined;
  field: ProgrammeField | undefined;
  kind: Kind | undefined;
  strand: Strand | undefined;
};

type Props = {
  call: Call;
  onChange: (call: Call) => void;
  epoch?: number;
  /** Returns a note for a field whose value was guessed. */
  guess?: (name: string) => ReactNode;
};

/** The options of a call: its actions once each, and what the selected one allows. */
function offerOf(callYear: number, actionCode: string | undefined) {
  const editions = actionsOf(callYear);
  const chosen = editions.filter(({ action }) => action === actionCode);
  return {
    actions: [...new Set(editions.map(({ action }) => action))],
    fields: fields.filter((field) => chosen.some((edition) => edition.fields.includes(field))),
    kinds: kinds.filter((kind) => chosen.some((edition) => edition.kinds.includes(kind))),
    strands: strands.filter((strand) => chosen.some((edition) => edition.strand === strand)),
  };
}

/** Call year, action, lot or strand, field and kind: each selection limits the next. */
export function CallFields({ call, onChange, epoch = 0, guess = () => null }: Props) {
  const t = useTranslations("projects.fields");
  const tProgramme = useTranslations("programme");
  const { callYear } = call;
  const offer = offerOf(callYear, call.actionCode);
  const { first, last } = programmeYears();
  const years = Array.from({ length: last - first + 1 }, (_, index) => String(last - index));

  const choose = (year: number, action: string | undefined) => {
    const found = offerOf(year, action);
    onChange({
      callYear: year,
      actionCode: action && found.actions.includes(action) ? action : undefined,
      field: found.fields.length === 1 ? found.fields[0] : found.fields.find((one) => one === call.field),
      kind: found.kinds.length === 1 ? found.kinds[0] : found.kinds.find((one) => one === call.kind),
      strand: found.strands.find((one) => one === call.strand),
    });
  };

  return (
    <>
      <div className="grid gap-5 sm:grid-cols-[9rem_1fr]">
        <Field name="callYear" label={t("callYear")} note={guess("callYear")} required>
          <Select
            options={years.map((year) => ({ value: year, label: year }))}
            value={String(callYear)}
            onChange={(event) => choose(Number(event.target.value), call.actionCode)}
          />
        </Field>
        <Field name="actionCode" label={t("actionCode")} note={guess("actionCode")} required>
          <Select
            options={offer.actions.map((action) => ({
              value: action,
              label: `${tProgramme(`actions.${action}`)} (${action.replaceAll("_", " ")})`,
            }))}
            placeholder={t("choose")}
            value={call.actionCode ?? ""}
            onChange={(event) => choose(callYear, event.target.value || undefined)}
          />
        </Field>
      </div>
      {offer.strands.length > 0 ? (
        <Field name="strand" label={t("strand")} hint={t("strandHint")} note={guess("strand")}>
          <Select
            options={offer.strands.map((strand) => ({ value: strand, label: tProgramme(`strands.${strand}`) }))}
            placeholder={t("choose")}
            value={call.strand ?? ""}
            onChange={(event) => onChange({ ...call, strand: strands.find((one) => one === event.target.value) })}
          />
        </Field>
      ) : null}
      <Field name="field" label={t("field")} note={guess("field")} required>
        <Select
          options={(offer.fields.length > 0 ? offer.fields : fields).map((field) => ({
            value: field,
            label: tProgramme(`fields.${field}`),
          }))}
          placeholder={t("choose")}
          value={call.field ?? ""}
          onChange={(event) => onChange({ ...call, field: fields.find((field) => field === event.target.value) })}
        />
      </Field>
      {offer.kinds.length > 1 ? (
        <div
          onChange={(event) => {
            if (!(event.target instanceof HTMLInputElement)) return;
            const { value } = event.target;
            onChange({ ...call, kind: kinds.find((kind) => kind === value) });
          }}
        >
          <RadioGroup
            key={`${String(epoch)} ${call.actionCode ?? ""}`}
            name="kind"
            legend={t("kind")}
            options={offer.kinds.map((kind) => ({
              value: kind,
              label: tProgramme(`kinds.${kind}`),
              hint: t(`kindHint.${kind}`),
            }))}
            {...(call.kind ? { defaultValue: call.kind } : {})}
          />
        </div>
      ) : null}
    </>
  );
}
