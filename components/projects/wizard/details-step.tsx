"use client";

import { useTranslations } from "@/messages/use-translations";
import { prioritiesOf } from "@/domain/programme/priorities";
import { impacts, objectives } from "@/domain/programme/vocabulary";
import { CheckboxGroup } from "../../ui/choice";
import { Field } from "../../ui/field";
import { Input } from "../../ui/input";
import { Textarea } from "../../ui/textarea";
import { useDraft } from "./draft-provider";
import { DurationField } from "./duration-field";
import { useGuess } from "./guesses";
import { StepEnd } from "./wizard-frame";

/** A list with one value added or removed. */
function toggled<T extends string>(list: readonly T[] | undefined, value: T, on: boolean): T[] {
  const rest = (list ?? []).filter((one) => one !== value);
  return on ? [...rest, value] : rest;
}

/** The second step: aims, period and priorities. All fields are optional. */
export function DetailsStep() {
  const t = useTranslations("projects.fields");
  const tProgramme = useTranslations("programme");
  const { data, typedDuration, change, typeDuration, epoch, thisYear } = useDraft();
  const guess = useGuess(data.guessed);
  const lists = prioritiesOf(data.callYear ?? thisYear, data.actionCode ?? "", data.field);
  const offered = [...new Set([...lists.flatMap((list) => list.priorities), ...(data.priorities ?? [])])];
  return (
    <div className="grid max-w-form gap-6">
      <Field name="summary" label={t("summary")} hint={t("summaryHint")}>
        <Textarea
          rows={6}
          maxLength={10_000}
          value={data.summary ?? ""}
          onChange={(event) => change({ summary: event.target.value })}
        />
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name="startsOn" label={t("startsOn")}>
          <Input
            type="date"
            value={data.startsOn ?? ""}
            onChange={(event) => change({ startsOn: event.target.value })}
          />
        </Field>
        <DurationField
          text={typedDuration ?? String(data.durationMonths ?? "")}
          onType={typeDuration}
          note={guess("durationMonths")}
        />
      </div>
      <Field
        name="grantReference"
        label={t("grantReference")}
        hint={t("grantReferenceHint")}
        note={guess("grantReference")}
      >
        <Input
          maxLength={60}
          spellCheck={false}
          value={data.grantReference ?? ""}
          onChange={(event) => change({ grantReference: event.target.value })}
        />
      </Field>
      <div
        key={epoch}
        className="grid gap-6"
        onChange={(event) => {
          if (!(event.target instanceof HTMLInputElement)) return;
          const { name, value, checked } = event.target;
          if (name === "priorities") change({ priorities: toggled(data.priorities, value, checked) });
          const objective = objectives.find((one) => one === value);
          if (name === "objectives" && objective) change({ objectives: toggled(data.objectives, objective, checked) });
          const impact = impacts.find((one) => one === value);
          if (name === "impacts" && impact) change({ impacts: toggled(data.impacts, impact, checked) });
        }}
      >
        {offered.length > 0 ? (
          <CheckboxGroup
            name="priorities"
            legend={t("priorities")}
            hint={t("prioritiesHint")}
            columns
            options={offered.map((value) => ({ value, label: tProgramme(`priorities.${value}`) }))}
            defaultValue={data.priorities ?? []}
          />
        ) : null}
        <CheckboxGroup
          name="objectives"
          legend={t("objectives")}
          options={objectives.map((value) => ({ value, label: tProgramme(`objectives.${value}`) }))}
          defaultValue={data.objectives ?? []}
        />
        <CheckboxGroup
          name="impacts"
          legend={t("impacts")}
          columns
          options={impacts.map((value) => ({ value, label: tProgramme(`impacts.${value}`) }))}
          defaultValue={data.impacts ?? []}
        />
      </div>
      <StepEnd step="details" />
    </div>
  );
}
