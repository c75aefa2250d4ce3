import type { Route } from "next";
import { ProjectActs } from "@/components/projects/project-acts";
import { isOverdue } from "@/components/projects/project-state";
import { Section } from "@/components/shared/section";
import { steadyMoment } from "@/components/shared/steady-moment";
import { islandWords } from "@/components/shared/words";
import { Drawing } from "@/components/ui/drawing";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { getTranslations } from "@/messages/words";
import type { ProjectOverview } from "@/server/projects/queries/get-project";
import { drawOverview, hasPlan } from "./draw-overview";

/** The project as its consortium sees it: how it stands, what is planned, who is with it, who does what. */
export async function overviewPage(overview: ProjectOverview) {
  const { project, plan, latest } = overview;
  const moment = steadyMoment(new Date(), latest[0]?.at);
  const picture = (part: "whole" | "head" | "glance") => (
    <Drawing name="overview" input={{ ...overview, moment, part }} draw={drawOverview} />
  );
  return (
    <ProjectActs projectId={project.id} words={await islandWords(["projects.menu"])}>
      {project.can["project.close"] && isOverdue(project, plan.today) ? <Overdue /> : null}
      {hasPlan(overview) ? (
        picture("whole")
      ) : (
        <>
          {picture("head")}
          <NoPlan project={project} />
          {picture("glance")}
        </>
      )}
    </ProjectActs>
  );
}

async function Overdue() {
  const t = await getTranslations("projects.menu");
  return (
    <Notice tone="due" className="mb-8">
      {t("overdue")}
    </Notice>
  );
}

async function NoPlan({ project: { slug, can } }: Pick<ProjectOverview, "project">) {
  const t = await getTranslations("projects.overview");
  const path = (rest: string) => `/projects/${slug}/${rest}` as Route;
  return (
    <Section title={t("outputs")} action={<TextLink href={path("outputs")}>{t("outputsAll")}</TextLink>}>
      <EmptyState
        title={t("noPlan")}
        action={can["output.plan"] ? <LinkButton href={path("outputs/new")}>{t("plan")}</LinkButton> : null}
      >
        {t("noPlanText")}
      </EmptyState>
    </Section>
  );
}
