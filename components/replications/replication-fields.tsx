"use client";

import type { ReactNode } from "react";
import { practiceSettings } from "@/domain/practices";
import { fields } from "@/domain/programme/vocabulary";
import { targetGroups } from "@/domain/publications";
import { replicationResults } from "@/domain/replications";
import type { ReplicationContent } from "@/domain/schemas/replications";
import { useTranslations } from "@/messages/use-translations";
import type { FormFile } from "../attachments/attached-files";
import { CheckboxGroup, RadioGroup } from "../ui/choice";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select, type SelectOption } from "../ui/select";
import { Textarea } from "../ui/textarea";

export type ReplicationValues = Omit<ReplicationContent, "files"> & { files: FormFile[] };

type Props = { values: ReplicationValues; countries: readonly SelectOption[] };

function Where({ values, countries }: Props) {
  const t = useTranslations("replications.form");
  const settings = useTranslations("practices.settings");
  const fieldNames = useTranslations("programme.fields");
  const groups = useTranslations("publications.targetGroups");
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-3">
        <Field name="country" label={t("country")} required>
          <Select options={countries} placeholder={t("none")} defaultValue={values.country ?? ""} />
        </Field>
        <Field name="field" label={t("field")}>
          <Select
            options={fields.map((value) => ({ value, label: fieldNames(value) }))}
            placeholder={t("none")}
            defaultValue={values.field ?? ""}
          />
        </Field>
        <Field name="setting" label={t("setting")}>
          <Select
            options={practiceSettings.map((value) => ({ value, label: settings(value) }))}
            placeholder={t("none")}
            defaultValue={values.setting ?? ""}
          />
        </Field>
      </div>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name="place" label={t("place")} hint={t("placeHint")}>
          <Input maxLength={300} defaultValue={values.place} />
        </Field>
        <Field name="period" label={t("period")}>
          <Input maxLength={300} defaultValue={values.period} />
        </Field>
        <Field name="who" label={t("who")}>
          <Input maxLength={300} defaultValue={values.who} />
        </Field>
        <Field name="participants" label={t("participants")}>
          <Input type="number" min={1} max={1_000_000} inputMode="numeric" defaultValue={values.participants ?? ""} />
        </Field>
      </div>
      <CheckboxGroup
        name="targetGroups"
        legend={t("targetGroups")}
        className="[&>div]:grid-cols-2 sm:[&>div]:grid-cols-3"
        options={targetGroups.map((value) => ({ value, label: groups(value) }))}
        defaultValue={values.targetGroups}
      />
    </>
  );
}

function How({ values }: Pick<Props, "values">) {
  const t = useTranslations("replications.form");
  const results = useTranslations("replications.results");
  return (
    <>
      <RadioGroup
        name="result"
        legend={t("result")}
        required
        options={replicationResults.map((value) => ({ value, label: results(value) }))}
        defaultValue={values.result ?? undefined}
      />
      <Field name="changes" label={t("changes")} hint={t("changesHint")}>
        <Textarea rows={3} maxLength={8_000} defaultValue={values.changes} />
      </Field>
      <Field name="advice" label={t("advice")} hint={t("adviceHint")}>
        <Textarea rows={3} maxLength={8_000} defaultValue={values.advice} />
      </Field>
    </>
  );
}

/** The fields of a report, in parts. */
export function ReplicationFields({ values, countries, files }: Props & { files: ReactNode }) {
  const t = useTranslations("replications.form");
  const parts = [
    ["where", <Where key="where" values={values} countries={countries} />],
    ["how", <How key="how" values={values} />],
    ["files", files],
  ] as const;
  return parts.map(([name, fieldsOfPart]) => (
    <section key={name} className="border-line grid gap-5 border-t pt-6" aria-labelledby={`part-${name}`}>
      <h2 id={`part-${name}`} className="font-serif text-xl font-semibold">
        {t(name)}
      </h2>
      {name === "files" ? <p className="text-ink-soft max-w-prose">{t("filesText")}</p> : null}
      {fieldsOfPart}
    </section>
  ));
}
