"use client";

import { useTranslations } from "@/messages/use-translations";
import { Field } from "../../ui/field";
import { Input } from "../../ui/input";
import { Select } from "../../ui/select";
import { CallFields } from "../call-fields";
import { useDraft } from "./draft-provider";
import { useGuess } from "./guesses";
import { OfficialList } from "./official-list";
import { StepEnd } from "./wizard-frame";

/** The first step: call, action and name. */
export function BasicsStep() {
  const t = useTranslations("projects.fields");
  const { data, change, epoch, organisations, coordinator, thisYear } = useDraft();
  const { callYear = thisYear, actionCode, field, kind, strand } = data;
  const guess = useGuess(data.guessed);
  return (
    <div className="grid max-w-form gap-5">
      <OfficialList />
      {organisations.length > 1 ? (
        <Field
          name="organisationId"
          label={t("organisationId")}
          hint={t("organisationIdHint")}
          note={guess("organisationId")}
          required
        >
          <Select
            options={organisations.map(({ id, legalName }) => ({ value: id, label: legalName }))}
            value={coordinator?.id ?? ""}
            onChange={(event) => change({ organisationId: event.target.value })}
          />
        </Field>
      ) : null}
      <CallFields call={{ callYear, actionCode, field, kind, strand }} onChange={change} epoch={epoch} guess={guess} />
      <Field name="title" label={t("title")} hint={t("titleHint")} required>
        <Input maxLength={300} value={data.title ?? ""} onChange={(event) => change({ title: event.target.value })} />
      </Field>
      <Field
        name="acronym"
        label={t("acronym")}
        hint={t("acronymHint")}
        note={guess("acronym")}
        required
        className="max-w-sm"
      >
        <Input
          maxLength={40}
          value={data.acronym ?? ""}
          onChange={(event) => change({ acronym: event.target.value })}
        />
      </Field>
      <StepEnd step="basics" />
    </div>
  );
}
