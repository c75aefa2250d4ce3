"use client";

import { useTranslations } from "next-intl";
import { actionsOf, programmeYears } from "@/domain/programme/actions";
import { type Field as ProgrammeField, fields, type Kind, kinds } from "@/domain/programme/vocabulary";
import { RadioGroup } from "../../ui/choice";
import { Field } from "../../ui/field";
import { Input } from "../../ui/input";
import { Select } from "../../ui/select";
import { useDraft } from "./draft-provider";
import { StepEnd } from "./wizard-frame";

/** What a call offers: its actions once each, and what the chosen one allows. */
function offerOf(callYear: number, actionCode: string | undefined) {
  const editions = actionsOf(callYear);
  const chosen = editions.filter(({ action }) => action === actionCode);
  return {
    actions: [...new Set(editions.map(({ action }) => action))],
    fields: fields.filter((field) => chosen.some((edition) => edition.fields.includes(field))),
    kinds: kinds.filter((kind) => chosen.some((edition) => edition.kinds.includes(kind))),
  };
}

/** The first screen: which call, which action, and what the partnership is called. */
export function BasicsStep() {
  const t = useTranslations("projects.fields");
  const words = useTranslations("programme");
  const { data, change, epoch, organisations, coordinator, thisYear } = useDraft();
  const callYear = data.callYear ?? thisYear;
  const offer = offerOf(callYear, data.actionCode);
  const { first, last } = programmeYears();
  const years = Array.from({ length: last - first + 1 }, (_, index) => String(last - index));

  const choose = (next: { callYear: number; actionCode: string | undefined }) => {
    const found = offerOf(next.callYear, next.actionCode);
    const actionCode = next.actionCode && found.actions.includes(next.actionCode) ? next.actionCode : undefined;
    const field = found.fields.length === 1 ? found.fields[0] : found.fields.find((one) => one === data.field);
    const kind = found.kinds.length === 1 ? found.kinds[0] : found.kinds.find((one) => one === data.kind);
    change({ callYear: next.callYear, actionCode, field, kind });
  };

  return (
    <div className="grid max-w-2xl gap-5">
      {organisations.length > 1 ? (
        <Field name="organisationId" label={t("organisationId")} hint={t("organisationIdHint")} required>
          <Select
            options={organisations.map(({ id, legalName }) => ({ value: id, label: legalName }))}
            value={coordinator?.id ?? ""}
            onChange={(event) => change({ organisationId: event.target.value })}
          />
        </Field>
      ) : null}
      <div className="grid gap-5 sm:grid-cols-[9rem_1fr]">
        <Field name="callYear" label={t("callYear")} required>
          <Select
            options={years.map((year) => ({ value: year, label: year }))}
            value={String(callYear)}
            onChange={(event) => choose({ callYear: Number(event.target.value), actionCode: data.actionCode })}
          />
        </Field>
        <Field name="actionCode" label={t("actionCode")} required>
          <Select
            options={offer.actions.map((action) => ({
              value: action,
              label: `${words(`actions.${action}`)} (${action.replaceAll("_", " ")})`,
            }))}
            placeholder={t("choose")}
            value={data.actionCode ?? ""}
            onChange={(event) => choose({ callYear, actionCode: event.target.value || undefined })}
          />
        </Field>
      </div>
      <Field name="field" label={t("field")} required>
        <Select
          options={(offer.fields.length > 0 ? offer.fields : fields).map((field) => ({
            value: field,
            label: words(`fields.${field}`),
          }))}
          placeholder={t("choose")}
          value={data.field ?? ""}
          onChange={(event) => change({ field: fields.find((field): field is ProgrammeField => field === event.target.value) })}
        />
      </Field>
      {offer.kinds.length > 1 ? (
        <div
          onChange={(event) => {
            if (!(event.target instanceof HTMLInputElement)) return;
            const { value } = event.target;
            change({ kind: kinds.find((kind): kind is Kind => kind === value) });
          }}
        >
          <RadioGroup
            key={`${epoch}${data.actionCode ?? ""}`}
            name="kind"
            legend={t("kind")}
            options={offer.kinds.map((kind) => ({ value: kind, label: words(`kinds.${kind}`), hint: t(`kindHint.${kind}`) }))}
            defaultValue={data.kind}
          />
        </div>
      ) : null}
      <Field name="title" label={t("title")} hint={t("titleHint")} required>
        <Input maxLength={300} value={data.title ?? ""} onChange={(event) => change({ title: event.target.value })} />
      </Field>
      <Field name="acronym" label={t("acronym")} hint={t("acronymHint")} required className="max-w-sm">
        <Input maxLength={40} value={data.acronym ?? ""} onChange={(event) => change({ acronym: event.target.value })} />
      </Field>
      <StepEnd step="basics" />
    </div>
  );
}
