import { useTranslations } from "@/messages/use-translations";
import type { ParticipationKind } from "@/domain/actor";
import { LongText } from "../shared/long-text";
import { Section } from "../shared/section";

type Props = {
  project: {
    actionCode: string;
    callYear: number;
    durationMonths: number | null;
    summary: string;
    objectives: readonly string[];
    impacts: readonly string[];
    priorities: readonly string[];
  };
  /** The consortium, for the estimate of its grant; left out for those who do not see the consortium. */
  organisations?: readonly { country: string; kind: ParticipationKind; absent: boolean }[];
};

/** "What may we claim?" with the call, the duration and the organisations of the project filled in. */
function claimAddress(project: Props["project"], organisations: NonNullable<Props["organisations"]>): string {
  const query = new URLSearchParams({ action: project.actionCode, callYear: String(project.callYear) });
  if (project.durationMonths !== null) query.set("months", String(project.durationMonths));
  for (const { country, kind, absent } of organisations) {
    if (absent || kind === "evaluator") continue;
    query.append("country", country);
    query.append("type", "");
    query.append("role", kind);
  }
  return `/what-may-we-claim?${query.toString()}`;
}

/** The summary of a project and the aims of its application: priorities, objectives and expected impacts. */
export function AboutProject({ project, organisations }: Props) {
  const t = useTranslations("projects");
  const programme = useTranslations("programme");
  const aims = (["priorities", "objectives", "impacts"] as const)
    .map((list) => ({ list, values: project[list] }))
    .filter(({ values }) => values.length > 0);
  if (project.summary === "" && aims.length === 0 && !organisations) return null;
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
        {organisations ? (
          <p>
            <a href={claimAddress(project, organisations)} className="link">
              {t("overview.claim")}
            </a>
          </p>
        ) : null}
      </div>
    </Section>
  );
}
