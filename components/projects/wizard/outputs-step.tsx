"use client";

import { useTranslations } from "@/messages/use-translations";
import { useState } from "react";
import { v7 as uuid } from "uuid";
import { withoutOutputCode } from "@/domain/outputs";
import { outputTypes } from "@/domain/programme/vocabulary";
import { maxOutputs } from "@/domain/projects";
import { Button } from "../../ui/button";
import { Field } from "../../ui/field";
import { Input } from "../../ui/input";
import { Select } from "../../ui/select";
import { LanguagePicker } from "../language-picker";
import { useRowFocus } from "../row-focus";
import { CreatePartnership } from "./create-partnership";
import { useDraft } from "./draft-provider";
import { isNamed } from "../partner";
import type { PlannedOutput } from "./steps";

type RowProps = {
  output: PlannedOutput;
  number: number;
  leads: readonly { value: string; label: string }[];
  languages: readonly { value: string; label: string }[];
  onChange: (output: PlannedOutput) => void;
  /** True when it was just added, so that its title gets the focus. */
  fresh: boolean;
  onRemove: () => void;
};

function OutputRow({ output, number, leads, languages, onChange, fresh, onRemove }: RowProps) {
  const t = useTranslations("projects.outputRow");
  const types = useTranslations("programme.outputTypes");
  const change = (patch: Partial<PlannedOutput>) => onChange({ ...output, ...patch });
  const [codeRemoved, setCodeRemoved] = useState(false);
  const name = (field: string) => `outputs.${output.key}.${field}`;
  return (
    <fieldset className="border-line grid min-w-0 gap-4 border-t pt-4">
      <legend className="sr-only">{t("legend", { number, title: output.title })}</legend>
      <div className="flex items-start justify-between gap-3">
        <p className="tabular font-serif text-lg font-semibold">O{number}</p>
        <Button kind="quiet" size="small" icon="trash" onClick={onRemove}>
          {t("remove")}
        </Button>
      </div>
      <Field name={name("title")} label={t("title")} required>
        <Input
          autoFocus={fresh}
          maxLength={300}
          value={output.title}
          onChange={(event) => change({ title: event.target.value })}
          onBlur={() => {
            const title = withoutOutputCode(output.title, number);
            if (title === output.title) return;
            setCodeRemoved(true);
            change({ title });
          }}
        />
        {codeRemoved ? (
          <p role="status" className="text-ink-soft text-sm">
            {t("codeRemoved", { number })}
          </p>
        ) : null}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name={name("type")} label={t("type")} required>
          <Select
            options={outputTypes.map((value) => ({ value, label: types(value) }))}
            value={output.type}
            onChange={(event) => change({ type: outputTypes.find((one) => one === event.target.value) ?? "other" })}
          />
        </Field>
        <Field name={name("lead")} label={t("lead")} required>
          <Select
            options={leads}
            value={output.leadKey ?? ""}
            onChange={(event) => change({ leadKey: event.target.value || undefined })}
          />
        </Field>
        <Field name={name("dueOn")} label={t("dueOn")}>
          <Input type="date" value={output.dueOn} onChange={(event) => change({ dueOn: event.target.value })} />
        </Field>
        <LanguagePicker
          name={name("languages")}
          chosen={output.languages}
          options={languages}
          onChange={(chosen) => change({ languages: chosen })}
        />
      </div>
    </fieldset>
  );
}

/** The last step: the first outputs, and the button that creates the partnership. */
export function OutputsStep({ confirmed }: { confirmed: boolean }) {
  const t = useTranslations("projects.wizard.outputs");
  const { data, change, coordinator, languages } = useDraft();
  const outputs = data.outputs ?? [];
  const { fresh, adder, added, removed } = useRowFocus();
  const leads = [
    { value: "", label: coordinator?.legalName ?? "" },
    ...(data.partners ?? [])
      .filter((partner) => isNamed(partner) && partner.kind !== "evaluator")
      .map((partner) => ({ value: partner.key, label: partner.legalName || t("unnamed") })),
  ];
  const add = () => {
    const empty: PlannedOutput = { key: uuid(), title: "", type: "other", dueOn: "", languages: ["en"] };
    added(empty.key);
    change({ outputs: [...outputs, empty] });
  };
  return (
    <div className="grid max-w-form gap-6">
      <p className="text-ink-soft max-w-prose">{t("lead")}</p>
      {outputs.map((output, index) => (
        <OutputRow
          key={output.key}
          output={output}
          number={index + 1}
          leads={leads}
          languages={languages}
          onChange={(next) => change({ outputs: outputs.map((one) => (one.key === next.key ? next : one)) })}
          fresh={output.key === fresh}
          onRemove={() => {
            removed();
            change({ outputs: outputs.filter(({ key }) => key !== output.key) });
          }}
        />
      ))}
      {outputs.length < maxOutputs ? (
        <div>
          <Button ref={adder} icon="plus" onClick={add}>
            {outputs.length === 0 ? t("addFirst") : t("add")}
          </Button>
        </div>
      ) : null}
      <CreatePartnership confirmed={confirmed} />
    </div>
  );
}
