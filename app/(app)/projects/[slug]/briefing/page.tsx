import type { Metadata, Route } from "next";
import { BriefingDecisions, BriefingDays, BriefingPartners } from "@/components/projects/briefing";
import { ClientMessages } from "@/components/shared/client-messages";
import { PageHeader } from "@/components/shared/page-header";
import { PrintButton } from "@/components/shared/print-button";
import { Section } from "@/components/shared/section";
import { CalendarDate } from "@/components/ui/date-time";
import { periodLasting } from "@/domain/dates";
import { getTranslations } from "@/messages/server";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";
import { projectHead } from "../project-head";

type Props = PageProps<"/projects/[slug]/briefing">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  await requireActor(`/projects/${slug}/briefing`);
  const [project, t] = await Promise.all([projectHead(slug), getTranslations("projects.briefing")]);
  return { title: `${t("title")} · ${project.acronym}` };
}

export default async function BriefingPage({ params }: Props) {
  const { slug } = await params;
  await requireActor(`/projects/${slug}/briefing`);
  const api = await serverApi();
  const [project, briefing, t] = await Promise.all([
    projectHead(slug),
    orNotFound(api.projects.briefing({ slug })),
    getTranslations("projects.briefing"),
  ]);
  const { startsOn, durationMonths } = project;
  const period = startsOn === null || durationMonths === null ? null : periodLasting(startsOn, durationMonths);
  return (
    <div className="max-w-4xl">
      <PageHeader
        title={`${t("title")} · ${project.acronym}`}
        crumbs={[{ href: `/projects/${slug}` as Route, label: project.acronym }]}
        state={
          <>
            {t("lead", { title: project.title })}{" "}
            {period
              ? t.rich("period", {
                  from: () => <CalendarDate value={period.startsOn} />,
                  to: () => <CalendarDate value={period.endsOn} />,
                })
              : null}
          </>
        }
        action={
          <ClientMessages of={[]}>
            <PrintButton label={t("print")} />
          </ClientMessages>
        }
      />
      <Section title={t("open", { organisation: briefing.organisation })}>
        <BriefingDays days={briefing.open} today={briefing.today} none={t("nothingOpen")} />
        {briefing.hasMoreOpen ? <p className="text-ink-soft pt-2 text-sm">{t("moreOpen")}</p> : null}
      </Section>
      <Section title={t("dates")}>
        <BriefingDays days={briefing.dates} today={briefing.today} none={t("noDates")} />
      </Section>
      <Section title={t("decisions")}>
        <BriefingDecisions slug={slug} decisions={briefing.decisions} />
      </Section>
      <Section title={t("who")}>
        <BriefingPartners partners={briefing.partners} />
      </Section>
    </div>
  );
}
