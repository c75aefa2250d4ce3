import type { Metadata, Route } from "next";
import { ClientMessages } from "@/components/shared/client-messages";
import { PageHeader } from "@/components/shared/page-header";
import { LateList } from "@/components/tasks/late-list";
import { RemindButton } from "@/components/tasks/remind-button";
import { EmptyState } from "@/components/ui/empty-state";
import { getTranslations } from "@/messages/server";
import { orNotFound, requireActor, serverApi } from "@/server/trpc/rsc";
import { projectHead } from "../../project-head";

type Props = PageProps<"/projects/[slug]/tasks/late">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  await requireActor(`/projects/${slug}/tasks/late`);
  const t = await getTranslations("tasks.reminders");
  return { title: `${t("title")} · ${(await projectHead(slug)).acronym}` };
}

export default async function LatePage({ params }: Props) {
  const { slug } = await params;
  await requireActor(`/projects/${slug}/tasks/late`);
  const api = await serverApi();
  const [project, late, t] = await Promise.all([
    projectHead(slug),
    orNotFound(api.tasks.late({ slug })),
    getTranslations("tasks"),
  ]);
  const waiting = late.filter(({ remindedToday }) => !remindedToday);
  return (
    <>
      <PageHeader
        title={t("reminders.title")}
        crumbs={[
          { href: `/projects/${slug}` as Route, label: project.acronym },
          { href: `/projects/${slug}/tasks` as Route, label: t("title") },
        ]}
        state={
          <>
            {t("reminders.lead")} {project.can["project.edit"] ? null : t("reminders.leadOutputs")}
          </>
        }
      />
      {late.length === 0 ? (
        <EmptyState title={t("reminders.empty")}>{t("reminders.emptyText")}</EmptyState>
      ) : (
        <>
          <LateList late={late} />
          {waiting.length === 0 ? (
            <p>{t("reminders.done")}</p>
          ) : (
            <ClientMessages of={["tasks.reminders"]}>
              <RemindButton
                projectId={project.id}
                organisationIds={waiting.map(({ organisationId }) => organisationId)}
              />
            </ClientMessages>
          )}
        </>
      )}
    </>
  );
}
