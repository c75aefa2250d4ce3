"use client";

import type { ReactNode } from "react";
import { licenceKey, licences } from "@/domain/licences";
import { evidenceKinds, practiceSettings, resourceKinds } from "@/domain/practices";
import { fields } from "@/domain/programme/vocabulary";
import { useTranslations } from "@/messages/use-translations";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select, type SelectOption } from "../ui/select";
import { Textarea } from "../ui/textarea";
import { FindingFields } from "./finding-fields";
import { PracticeRows } from "./practice-rows";
import type { PracticeValues } from "./practice-values";

type Props = {
  values: PracticeValues;
  languages: readonly SelectOption[];
  countries: readonly SelectOption[];
  files: ReactNode;
};

function Part({ name, description, children }: { name: string; description?: string; children: ReactNode }) {
  const t = useTranslations("practices.form");
  return (
    <section className="border-line grid gap-5 border-t pt-6" aria-labelledby={`part-${name}`}>
      <div className="grid gap-1">
        <h2 id={`part-${name}`} className="font-serif text-xl font-semibold">
          {t(`groups.${name}`)}
        </h2>
        {description ? <p className="text-ink-soft max-w-prose">{description}</p> : null}
      </div>
      {children}
    </section>
  );
}

function Context({ values, countries }: Props) {
  const t = useTranslations("practices.form");
  const settings = useTranslations("practices.settings");
  const fieldNames = useTranslations("programme.fields");
  return (
    <>
      <Field name="title" label={t("title")} hint={t("titleHint")} required>
        <Input maxLength={200} defaultValue={values.title} />
      </Field>
      <Field name="need" label={t("need")} hint={t("needHint")}>
        <Textarea rows={4} maxLength={8_000} defaultValue={values.need} />
      </Field>
      <div className="grid gap-5 sm:grid-cols-3">
        <Field name="setting" label={t("setting")}>
          <Select
            options={practiceSettings.map((value) => ({ value, label: settings(value) }))}
            placeholder={t("none")}
            defaultValue={values.setting ?? ""}
          />
        </Field>
        <Field name="country" label={t("country")}>
          <Select options={countries} placeholder={t("ownCountry")} defaultValue={values.country ?? ""} />
        </Field>
        <Field name="field" label={t("field")} required>
          <Select options={fields.map((value) => ({ value, label: fieldNames(value) }))} defaultValue={values.field} />
        </Field>
      </div>
      <Field name="targetGroup" label={t("targetGroup")} hint={t("targetGroupHint")}>
        <Input maxLength={300} defaultValue={values.targetGroup} />
      </Field>
    </>
  );
}

function Steps({ values }: Props) {
  const t = useTranslations("practices.form");
  return (
    <PracticeRows name="steps" rows={values.steps} empty={{ text: "", time: "", material: "" }}>
      {(step, index) => (
        <>
          <Field name={`steps.${index}.text`} label={t("stepText")} hint={index === 0 ? t("stepHint") : undefined}>
            <Textarea rows={3} maxLength={4_000} defaultValue={step.text} />
          </Field>
          <div className="grid gap-3 sm:grid-cols-2">
            <Field name={`steps.${index}.time`} label={t("stepTime")}>
              <Input maxLength={300} defaultValue={step.time} />
            </Field>
            <Field name={`steps.${index}.material`} label={t("stepMaterial")}>
              <Input maxLength={300} defaultValue={step.material} />
            </Field>
          </div>
        </>
      )}
    </PracticeRows>
  );
}

function Resources({ values }: Props) {
  const t = useTranslations("practices.form");
  const names = useTranslations("practices.resources");
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        {resourceKinds
          .filter((name) => name !== "other")
          .map((name) => (
            <Field key={name} name={`resources.${name}`} label={names(name)}>
              <Input maxLength={300} defaultValue={values.resources[name]} />
            </Field>
          ))}
      </div>
      <Field name="resources.other" label={t("other")}>
        <Textarea rows={2} maxLength={8_000} defaultValue={values.resources.other} />
      </Field>
    </>
  );
}

function Evidence({ values }: Props) {
  const t = useTranslations("practices.form");
  const kinds = useTranslations("practices.evidence");
  return (
    <PracticeRows name="evidence" rows={values.evidence} empty={{ kind: "observation", text: "", source: "" }}>
      {(evidence, index) => (
        <>
          <Field
            name={`evidence.${index}.text`}
            label={t("evidenceText")}
            hint={index === 0 ? t("evidenceHint") : undefined}
          >
            <Textarea rows={2} maxLength={4_000} defaultValue={evidence.text} />
          </Field>
          <div className="grid gap-3 sm:grid-cols-2">
            <Field name={`evidence.${index}.kind`} label={t("evidenceKind")} required>
              <Select
                options={evidenceKinds.map((value) => ({ value, label: kinds(value) }))}
                defaultValue={evidence.kind}
              />
            </Field>
            <Field name={`evidence.${index}.source`} label={t("evidenceSource")}>
              <Input maxLength={300} defaultValue={evidence.source} />
            </Field>
          </div>
        </>
      )}
    </PracticeRows>
  );
}

function Transfer({ values }: Props) {
  const t = useTranslations("practices.form");
  return (
    <>
      {(["conditions", "transfer"] as const).map((name) => (
        <Field key={name} name={name} label={t(name)} hint={t(`${name}Hint`)}>
          <Textarea rows={3} maxLength={8_000} defaultValue={values[name]} />
        </Field>
      ))}
    </>
  );
}

function Publication({ values, languages }: Props) {
  const t = useTranslations("practices.form");
  const licenceNames = useTranslations("practices.licences");
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <Field name="language" label={t("language")} required>
        <Select
          options={languages}
          placeholder={values.language === "" ? t("chooseLanguage") : undefined}
          defaultValue={values.language}
        />
      </Field>
      <Field name="licence" label={t("licence")} required>
        <Select
          options={licences.map((value) => ({ value, label: licenceNames(licenceKey(value)) }))}
          defaultValue={values.licence}
        />
      </Field>
    </div>
  );
}

/** The fields of a practice, in parts. */
export function PracticeFields(props: Props) {
  const t = useTranslations("practices.form");
  return (
    <>
      <Part name="context">
        <Context {...props} />
      </Part>
      <Part name="steps" description={t("stepsText")}>
        <Steps {...props} />
      </Part>
      <Part name="resources" description={t("resourcesText")}>
        <Resources {...props} />
      </Part>
      <Part name="evidence" description={t("evidencePart")}>
        <Evidence {...props} />
      </Part>
      <Part name="transfer">
        <Transfer {...props} />
      </Part>
      <Part name="files" description={t("filesText")}>
        {props.files}
      </Part>
      <Part name="publication">
        <Publication {...props} />
      </Part>
      <Part name="finding" description={t("findingText")}>
        <FindingFields values={props.values} languages={props.languages} />
      </Part>
    </>
  );
}
