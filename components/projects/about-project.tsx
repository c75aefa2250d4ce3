import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LongText } from "../shared/long-text";
import { Section } from "../shared/section";

type Props = {
  project: {
    summary: string;
    objectives: readonly string[];
    impacts: readonly string[];
    priorities: readonly string[];
  };
  /** Further facts or links, below the aims. */
  children?: ReactNode;
};

/** The summary of a project and the aims of its application: priorities, objectives and expected impacts. */
export function AboutProject({ project, children }: Props) {
  const t = useTranslations("projects");
  const programme = useTranslations("programme");
  const aims = (["priorities", "objectives", "impacts"] as const)
    .map((list) => ({ list, values: project[list] }))
    .filter(({ values }) => values.length > 0);
  if (project.summary === "" && aims.length === 0 && !children) return null;
  return (
    <Section title={t("overview.about")}>
      <div className="grid gap-5">
        {project.summary ? (
          <LongText text={project.summary} more={t("overview.readMore")} less={t("overview.readLess")} />
        ) : null}
        {aims.length > 0 ? (
          <dl className="grid gap-x-10 gap-y-4 md:grid-cols-3">
            {aims.map(({ list, values }) => (
              <div key={list} className="grid content-start gap-1">
                <dt className="font-semibold">{t(`fields.${list}`)}</dt>
                <dd>
                  <ul className="grid gap-1">
                    {values.map((value) => (
                      <li key={value}>{programme.has(`${list}.${value}`) ? programme(`${list}.${value}`) : value}</li>
                    ))}
                  </ul>
                </dd>
              </div>
            ))}
          </dl>
        ) : null}
        {children}
      </div>
    </Section>
  );
}
