import type { Metadata, Route } from "next";
import { RubricForm } from "@/components/reviews/rubric-form";
import { RulesForm } from "@/components/reviews/rules-form";
import { ClientMessages } from "@/components/shared/client-messages";
import { PageHeader } from "@/components/shared/page-header";
import { Section } from "@/components/shared/section";
import { Tag } from "@/components/ui/status-badge";
import { isStandardCriterion } from "@/domain/rubrics";
import { getTranslations } from "@/messages/server";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";

type Props = PageProps<"/projects/[slug]/review-settings">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reviews.settings");
  return { title: t("title") };
}

export default async function ReviewSettingsPage({ params }: Props) {
  const { slug } = await params;
  await requireActor(`/projects/${slug}/review-settings`);
  const api = await serverApi();
  const settings = await orNotFound(api.reviews.settings({ slug }));
  const [project, t, criteria, types] = await Promise.all([
    api.projects.get({ slug }),
    getTranslations("reviews.settings"),
    getTranslations("reviews.criteria"),
    getTranslations("programme.outputTypes"),
  ]);
  const { rules } = settings;
  const canChange = project.can["consortium.change"];
  const version = (number: number) => (number === 0 ? t("standard") : t("version", { number }));
  return (
    <ClientMessages of={["reviews.settings", "reviews.criteria"]}>
      <PageHeader
        title={t("title")}
        crumbs={[{ href: `/projects/${slug}` as Route, label: project.acronym }]}
        state={t("lead")}
      />
      <Section title={t("rules")} description={t("rulesLead")} action={<Tag>{version(rules.number)}</Tag>}>
        {canChange ? (
          <RulesForm key={rules.number} projectId={settings.projectId} rules={rules} />
        ) : (
          <ul className="grid list-disc gap-1 ps-5">
            <li>{t("recommendationsNow", { count: rules.recommendations, organisations: rules.organisations })}</li>
            <li>
              {t("block")}: {t(rules.mustFindingsBlock ? "blockYes" : "blockNo")}
            </li>
          </ul>
        )}
      </Section>
      <Section title={t("rubrics")} description={t("rubricsLead")}>
        <ul className="divide-line border-line divide-y border-y">
          {settings.rubrics.map((rubric) => (
            <li key={rubric.type} className="py-3">
              <details>
                <summary className="flex w-fit flex-wrap items-center gap-2">
                  <span className="link font-semibold">{types(rubric.type)}</span>
                  <Tag>{version(rubric.number)}</Tag>
                </summary>
                <div className="pt-4">
                  {canChange ? (
                    <RubricForm key={rubric.number} projectId={settings.projectId} rubric={rubric} />
                  ) : (
                    <ul className="grid list-disc gap-1 ps-5">
                      {rubric.criteria.map(({ key, label }) => (
                        <li key={key}>{isStandardCriterion(key) ? criteria(key) : <bdi>{label}</bdi>}</li>
                      ))}
                    </ul>
                  )}
                </div>
              </details>
            </li>
          ))}
        </ul>
      </Section>
    </ClientMessages>
  );
}
