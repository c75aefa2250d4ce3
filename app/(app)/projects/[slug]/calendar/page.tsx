import type { Metadata, Route } from "next";
import { PageHeader } from "@/components/shared/page-header";
import { getTranslations } from "@/messages/server";
import { requireActor } from "@/server/trpc/rsc";
import { CalendarView } from "../../../calendar-view";
import { projectHead } from "../project-head";

type Props = PageProps<"/projects/[slug]/calendar">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  await requireActor(`/projects/${slug}/calendar`);
  const t = await getTranslations("calendar");
  return { title: `${t("title")} · ${(await projectHead(slug)).acronym}` };
}

export default async function ProjectCalendarPage({ params, searchParams }: Props) {
  const { slug } = await params;
  await requireActor(`/projects/${slug}/calendar`);
  const [project, search, t] = await Promise.all([projectHead(slug), searchParams, getTranslations("calendar")]);
  return (
    <>
      <PageHeader
        title={t("title")}
        crumbs={[{ href: `/projects/${slug}` as Route, label: project.acronym }]}
        state={t("projectLead")}
      />
      <CalendarView path={`/projects/${slug}/calendar`} slug={slug} search={search} />
    </>
  );
}
