import type { ReactNode } from "react";
import { projectTone } from "@/components/projects/project-tone";
import { PageHeader } from "@/components/shared/page-header";
import { StatusBadge } from "@/components/ui/status-badge";
import { getTranslations } from "@/messages/words";
import type { ProjectHead } from "@/server/projects/queries/get-project";

type Props = { project: ProjectHead; state?: ReactNode; action?: ReactNode };

/** The head of a project: its reference, its name, how it stands, what comes next. */
export async function ProjectTitle({ project, state, action }: Props) {
  const t = await getTranslations("projects");
  const words = await getTranslations("programme");
  return (
    <PageHeader
      crumbs={[{ href: "/projects", label: t("overview.crumb") }]}
      eyebrow={
        <>
          <StatusBadge tone={projectTone(project.status)}>{t(`status.${project.status}`)}</StatusBadge>
          <span>
            {words(`actions.${project.actionCode}`)}, {project.callYear}
          </span>
          {project.grantReference ? <span className="tabular">{project.grantReference}</span> : null}
        </>
      }
      title={
        <>
          {project.acronym}
          <span className="text-ink-soft mt-1 block text-xl font-normal">{project.title}</span>
        </>
      }
      state={state}
      action={action}
    />
  );
}
