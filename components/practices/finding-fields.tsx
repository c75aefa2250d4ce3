"use client";

import { impacts, objectives } from "@/domain/programme/vocabulary";
import { targetGroups, topics } from "@/domain/publications";
import { useTranslations } from "@/messages/use-translations";
import { LevelFields } from "../publications/level-fields";
import { CheckboxGroup } from "../ui/choice";
import type { SelectOption } from "../ui/select";
import type { PracticeValues } from "./practice-values";

const threeColumns = "[&>div]:grid-cols-2 sm:[&>div]:grid-cols-3";

/** What a practice is found by, and what it serves. The lists are long, so each opens on its own. */
export function FindingFields({ values, languages }: { values: PracticeValues; languages: readonly SelectOption[] }) {
  const t = useTranslations("publications.form");
  const own = useTranslations("practices.form");
  const topicNames = useTranslations("publications.topics");
  const groupNames = useTranslations("publications.targetGroups");
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
      <LevelFields values={values} />
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
