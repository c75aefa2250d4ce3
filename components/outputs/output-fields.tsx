"use client";

import { useTranslations } from "@/messages/use-translations";
import { licenceKey, licences } from "@/domain/licences";
import { outputTypes } from "@/domain/programme/vocabulary";
import { Chip } from "../ui/chip";
import { CheckboxGroup } from "../ui/choice";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select, type SelectOption } from "../ui/select";
import { Textarea } from "../ui/textarea";
import { OutputTitle } from "./output-title";

export type OutputValues = {
  number: number;
  title: string;
  description: string;
  type: string;
  leadOrganisationId: string;
  contributorIds: readonly string[];
  workPackageId: string | null;
  languages: readonly string[];
  licence: string | null;
};

export type OutputChoices = {
  organisations: readonly { id: string; shortName: string; legalName: string; country: string; hue: number }[];
  packages: readonly { id: string; number: number; title: string }[];
  languages: readonly SelectOption[];
};

type Props = { choices: OutputChoices; defaults?: OutputValues };

/** Languages of programme countries are shown at once, the others after opening the list. */
const openLanguages = 33;

/** Form fields of an output. The due date is only in the form of a new one: later it moves with a reason. */
export function OutputFields({ choices, defaults }: Props) {
  const t = useTranslations("outputs.form");
  const types = useTranslations("programme.outputTypes");
  const licenceNames = useTranslations("practices.licences");
  const languages = choices.languages.map(({ value, label }) => ({ value, label }));
  return (
    <>
      <div className="grid items-end gap-5 sm:grid-cols-[7rem_1fr]">
        <Field
          name="number"
          label={t("number")}
          hint={defaults ? undefined : t("numberHint")}
          required={Boolean(defaults)}
        >
          <Input type="number" min={1} max={999} defaultValue={defaults?.number} />
        </Field>
        <OutputTitle defaultValue={defaults?.title} />
      </div>
      <Field name="description" label={t("description")} hint={t("descriptionHint")}>
        <Textarea maxLength={10_000} defaultValue={defaults?.description} />
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name="type" label={t("type")} required>
          <Select
            options={outputTypes.map((value) => ({ value, label: types(value) }))}
            placeholder={t("choose")}
            defaultValue={defaults?.type ?? ""}
          />
        </Field>
        {defaults ? null : (
          <Field name="dueOn" label={t("dueOn")}>
            <Input type="date" />
          </Field>
        )}
        <Field name="licence" label={t("licence")} className="sm:col-span-2">
          <Select
            options={licences.map((value) => ({ value, label: licenceNames(licenceKey(value)) }))}
            placeholder={t("noLicence")}
            defaultValue={defaults?.licence ?? ""}
          />
        </Field>
        <Field name="leadOrganisationId" label={t("lead")} required>
          <Select
            options={choices.organisations.map((one) => ({ value: one.id, label: `${one.country} ${one.shortName}` }))}
            placeholder={t("choose")}
            defaultValue={defaults?.leadOrganisationId ?? ""}
          />
        </Field>
        {choices.packages.length > 0 ? (
          <Field name="workPackageId" label={t("package")}>
            <Select
              options={choices.packages.map((one) => ({
                value: one.id,
                label: `WP${String(one.number)} ${one.title}`,
              }))}
              placeholder={t("noPackage")}
              defaultValue={defaults?.workPackageId ?? ""}
            />
          </Field>
        ) : null}
      </div>
      <CheckboxGroup
        name="contributorIds"
        legend={t("contributors")}
        columns
        options={choices.organisations.map((one) => ({
          value: one.id,
          label: <Chip {...one} name={one.shortName} />,
        }))}
        defaultValue={defaults?.contributorIds ?? []}
      />
      <CheckboxGroup
        name="languages"
        legend={t("languages")}
        options={languages.slice(0, openLanguages)}
        defaultValue={defaults?.languages ?? []}
        className="[&>div]:grid-cols-2 sm:[&>div]:grid-cols-3 md:[&>div]:grid-cols-4"
      />
      <details>
        <summary className="link w-fit">{t("moreLanguages")}</summary>
        <CheckboxGroup
          name="languages"
          legend={<span className="sr-only">{t("moreLanguages")}</span>}
          required
          options={languages.slice(openLanguages)}
          defaultValue={defaults?.languages ?? []}
          className="[&>div]:grid-cols-2 sm:[&>div]:grid-cols-3 md:[&>div]:grid-cols-4"
        />
      </details>
    </>
  );
}
