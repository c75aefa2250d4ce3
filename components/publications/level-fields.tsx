"use client";

import { educationFields, eqfLevels } from "@/domain/programme/education-fields";
import { useTranslations } from "@/messages/use-translations";
import { Field } from "../ui/field";
import { Select } from "../ui/select";

/** The level and the field of education that an output or a practice is for. */
export function LevelFields({ values }: { values: { eqfLevel: number | null; iscedField: string | null } }) {
  const t = useTranslations("publications.form");
  const fieldNames = useTranslations("publications.educationFields");
  return (
    <div className="grid gap-5 sm:grid-cols-[12rem_1fr]">
      <Field name="eqfLevel" label={t("eqfLevel")} hint={t("eqfLevelHint")}>
        <Select
          options={eqfLevels.map((level) => ({ value: String(level), label: t("level", { level }) }))}
          placeholder={t("noLevel")}
          defaultValue={values.eqfLevel?.toString() ?? ""}
        />
      </Field>
      <Field name="iscedField" label={t("iscedField")}>
        <Select
          options={educationFields.map((code) => ({ value: code, label: `${code} ${fieldNames(code)}` }))}
          placeholder={t("noField")}
          defaultValue={values.iscedField ?? ""}
        />
      </Field>
    </div>
  );
}
