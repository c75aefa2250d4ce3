"use client";

import { educationFields, eqfLevels } from "@/domain/programme/education-fields";
import { impacts, objectives } from "@/domain/programme/vocabulary";
import { targetGroups, topics } from "@/domain/publications";
import { useTranslations } from "@/messages/use-translations";
import { CheckboxGroup } from "../ui/choice";
import { Field } from "../ui/field";
import { Select, type SelectOption } from "../ui/select";
import type { PracticeValues } from "./practice-values";

const threeColumns = "[&>div]:grid-cols-2 sm:[&>div]:grid-cols-3";

/** What a practice is found by, and what it serves. The lists are long, so each opens on its own. */
export function FindingFields({ values, languages }: { values: PracticeValues; languages: readonly SelectOption[] }) {
  const t = useTranslations("publications.form");
  const own = useTranslations("practices.form");
  const topicNames = useTranslations("publications.topics");
  const groupNames = useTranslations("publications.targetGroups");
  const fieldNames = useTranslations("publications.educationFields");
  const objectiveNames = useTranslations("programme.objectives");
  const impactNames = useTranslations("programme.impacts");
  const lists = [
    { name: "topics", legend: t("topics"), all: topics.map((value) => ({ value, label: topicNames(value) })) },
    {
      name: "targetGroups",
      legend: t("targetGroups"),
      all: targetGroups.map((value) => ({ value, label: groupNames(value) })),
    },
    { name: "languages", legend: own("languages"), all: languages },
    {
      name: "objectives",
      legend: t("objectives"),
      all: objectives.map((value) => ({ value, label: objectiveNames(value) })),
    },
    { name: "impacts", legend: t("impacts"), all: impacts.map((value) => ({ value, label: impactNames(value) })) },
  ] as const;
  return (
    <>
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
      {lists.map(({ name, legend, all }) => (
        <details key={name} open={values[name].length > 0}>
          <summary className="link w-fit font-semibold">{legend}</summary>
          <CheckboxGroup
            name={name}
            legend={<span className="sr-only">{legend}</span>}
            required
            hint={name === "topics" ? t("topicsHint") : undefined}
            className={name === "objectives" || name === "impacts" ? undefined : threeColumns}
            options={all}
            defaultValue={values[name]}
          />
        </details>
      ))}
    </>
  );
}
