import type { Route } from "next";
import type { ReactNode } from "react";
import { projectTone } from "@/components/projects/project-tone";
import { PageHeader } from "@/components/shared/page-header";
import type { IconName } from "@/components/ui/icon-paths";
import { LinkButton } from "@/components/ui/link-button";
import { StatusBadge } from "@/components/ui/status-badge";
import { getTranslations } from "@/messages/server";
import type { ProjectHead } from "@/server/projects/queries/get-project";

type Props = {
  project: Pick<ProjectHead, "acronym" | "title" | "status" | "actionCode" | "callYear" | "grantReference">;
  /** One sentence: the progress and the next step. */
  state: string;
  /** The primary action of the page. */
  primary: { href: Route; label: string; icon?: IconName } | null;
  menu?: ReactNode;
};

/** The page header of a project: its reference, its name, its progress, the next step. */
export async function ProjectTitle({ project, state, primary, menu }: Props) {
  const [t, programme] = await Promise.all([getTranslations("projects"), getTranslations("programme")]);
  const { acronym, title, status, actionCode, callYear, grantReference } = project;
  return (
    <PageHeader
      crumbs={[{ href: "/projects", label: t("overview.crumb") }]}
      eyebrow={
        <>
          <StatusBadge tone={projectTone(status)}>{t(`status.${status}`)}</StatusBadge>
          <span>
            {programme(`actions.${actionCode}`)}, {callYear}
          </span>
          {grantReference ? <span className="tabular">{grantReference}</span> : null}
        </>
      }
      title={
        <>
          {acronym}
          <span className="text-ink-soft mt-1 block text-xl font-normal">{title}</span>
        </>
      }
      state={state}
      action={
        <>
          {primary ? (
            <LinkButton href={primary.href} kind="primary" {...(primary.icon ? { icon: primary.icon } : {})}>
              {primary.label}
            </LinkButton>
          ) : null}
          {menu}
        </>
      }
    />
  );
}
