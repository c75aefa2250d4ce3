import type { Route } from "next";
import type { ReactNode } from "react";
import { ActivityFeed } from "@/components/activity/activity-feed";
import { ActivityHeat } from "@/components/activity/activity-heat";
import { OutputTimeline } from "@/components/outputs/output-timeline";
import { timelineOf } from "@/components/outputs/timeline-data";
import { ConsortiumMap } from "@/components/projects/consortium-map";
import { heatRows, quietestOf } from "@/components/projects/heat-rows";
import { mapOrganisations } from "@/components/projects/map-organisations";
import { ProjectMenu } from "@/components/projects/project-menu";
import { isOverdue, projectState } from "@/components/projects/project-state";
import { StateSentence } from "@/components/projects/state-sentence";
import { Section } from "@/components/shared/section";
import { Words } from "@/components/shared/words";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { getFormatter, getTranslations } from "@/messages/words";
import type { ProjectOverview } from "@/server/projects/queries/get-project";
import { ProjectTitle } from "./project-title";

function More({ href, children }: { href: Route; children: ReactNode }) {
  return <TextLink href={href}>{children}</TextLink>;
}

/** The project as its consortium sees it: how it stands, what is planned, who is with it, who does what. */
export async function Overview({ project, organisations, plan, heat, latest }: ProjectOverview) {
  const { slug, can, mine } = project;
  const format = getFormatter();
  const now = new Date();
  const [t, menu, status, due] = await Promise.all([
    getTranslations("projects.overview"),
    getTranslations("projects.menu"),
    getTranslations("outputs.status"),
    getTranslations("outputs.due"),
  ]);
  const base = `/projects/${slug}`;
  const path = (rest: string) => `${base}/${rest}` as Route;
  const state = projectState({
    status: project.status,
    startsOn: project.startsOn,
    durationMonths: project.durationMonths,
    today: plan.today,
    outputs: plan.outputs,
    quietest: quietestOf(heat, organisations),
  });
  const works = mine.role !== "viewer" && project.status !== "closed";
  const next = works
    ? plan.outputs.find(
        (output) =>
          output.leadOrganisationId === mine.organisationId &&
          ["upload_first", "fix_and_resubmit"].includes(output.next),
      )
    : undefined;
  const moves = [
    ...(can["project.edit"] && project.status === "draft" ? (["start"] as const) : []),
    ...(can["project.close"] && project.status !== "closed" ? (["close"] as const) : []),
    ...(can["project.reopen"] && project.status === "closed" ? (["reopen"] as const) : []),
  ];
  const primary = () => {
    if (can["consortium.change"] && organisations.length === 1) {
      return (
        <LinkButton href={path("consortium/invite")} kind="primary" icon="people">
          {t("invite")}
        </LinkButton>
      );
    }
    if (can["output.plan"] && plan.outputs.length === 0) {
      return (
        <LinkButton href={path("outputs/new")} kind="primary" icon="plus">
          {t("plan")}
        </LinkButton>
      );
    }
    if (!works) return null;
    return (
      <LinkButton href={next ? path(`outputs/${next.id}`) : path("outputs")} kind="primary" icon="upload">
        {next ? t("uploadTo", { code: `O${String(next.number)}` }) : t("upload")}
      </LinkButton>
    );
  };
  const undated = plan.outputs.filter(({ dueOn }) => dueOn === null).length;
  return (
    <>
      <ProjectTitle
        project={project}
        state={<StateSentence {...state} />}
        action={
          <>
            {primary()}
            <Words of={["projects.menu"]}>
              <ProjectMenu
                projectId={project.id}
                slug={slug}
                moves={moves}
                canEdit={can["project.edit"]}
                canInvite={can["consortium.change"]}
                canDownload={can["project.export"]}
              />
            </Words>
          </>
        }
      />
      {can["project.close"] && isOverdue(project, plan.today) ? (
        <Notice tone="due" className="mb-8">
          {menu("overdue")}
        </Notice>
      ) : null}
      <Section title={t("outputs")} action={<More href={path("outputs")}>{t("outputsAll")}</More>}>
        {plan.outputs.length === 0 && plan.workPackages.length === 0 ? (
          <EmptyState
            title={t("noPlan")}
            action={can["output.plan"] ? <LinkButton href={path("outputs/new")}>{t("plan")}</LinkButton> : null}
          >
            {t("noPlanText")}
          </EmptyState>
        ) : (
          <>
            <OutputTimeline
              {...timelineOf(
                { ...plan, startsOn: project.startsOn, durationMonths: project.durationMonths },
                organisations,
                {
                  slug,
                  state: (each) => status(each),
                  late: due("late"),
                },
              )}
              today={plan.today}
            />
            {undated > 0 ? <p className="text-ink-soft mt-2 text-sm">{t("undated", { count: undated })}</p> : null}
          </>
        )}
      </Section>
      <Section title={t("activity")}>
        <ActivityHeat
          months={heat.months}
          rows={heatRows(heat, organisations, {
            slug,
            note: (at) => (at ? t("lastSeen", { date: format.relativeTime(at, now) }) : t("never")),
          })}
          feed={{ path: path("activity") }}
        />
      </Section>
      <div className="grid items-start gap-x-10 lg:grid-cols-2">
        <Section title={t("consortium")} action={<More href={path("consortium")}>{t("consortiumAll")}</More>}>
          <ConsortiumMap organisations={mapOrganisations(organisations, slug)} />
        </Section>
        <Section title={t("latest")} action={<More href={path("activity")}>{t("latestAll")}</More>}>
          <ActivityFeed entries={latest} empty={t("latestEmpty")} />
        </Section>
      </div>
      {project.summary ? (
        <Section title={t("about")}>
          <p className="max-w-prose whitespace-pre-line">{project.summary}</p>
        </Section>
      ) : null}
    </>
  );
}
