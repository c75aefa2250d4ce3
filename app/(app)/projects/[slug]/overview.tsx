import type { Route } from "next";
import { feedLines } from "@/components/activity/activity-feed";
import { timelineOf } from "@/components/outputs/timeline-data";
import { Glance } from "@/components/projects/glance";
import { heatRows, quietestOf } from "@/components/projects/heat-rows";
import { mapOrganisations } from "@/components/projects/map-organisations";
import { ProjectMenu } from "@/components/projects/project-menu";
import { isOverdue, projectState } from "@/components/projects/project-state";
import { StateSentence } from "@/components/projects/state-sentence";
import { Section } from "@/components/shared/section";
import { islandWords } from "@/components/shared/words";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { getFormatter, getTranslations } from "@/messages/words";
import type { ProjectOverview } from "@/server/projects/queries/get-project";
import { ProjectTitle } from "./project-title";

/** The project as its consortium sees it: how it stands, what is planned, who is with it, who does what. */
export async function Overview({ project, organisations, plan, heat, latest }: ProjectOverview) {
  const { slug, can, mine } = project;
  const format = getFormatter();
  const now = new Date();
  const [t, menu, status, due, marks, words] = await Promise.all([
    getTranslations("projects.overview"),
    getTranslations("projects.menu"),
    getTranslations("outputs.status"),
    getTranslations("outputs.due"),
    getTranslations("outputs.list"),
    islandWords(["projects.menu"]),
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
  const items = [
    ...(can["project.edit"] ? [{ label: menu("edit"), icon: "pencil" as const, href: path("edit") }] : []),
    ...(can["consortium.change"]
      ? [{ label: menu("invite"), icon: "people" as const, href: path("consortium/invite") }]
      : []),
    ...(can["project.export"]
      ? [{ label: menu("download"), icon: "download" as const, act: "download" as const }]
      : []),
    ...(can["project.edit"] && project.status === "draft"
      ? [{ label: menu("start"), icon: "flag" as const, act: "start" as const }]
      : []),
    ...(can["project.close"] && project.status !== "closed"
      ? [{ label: menu("close"), icon: "lock" as const, act: "close" as const }]
      : []),
    ...(can["project.reopen"] && project.status === "closed"
      ? [{ label: menu("reopen"), icon: "flag" as const, act: "reopen" as const }]
      : []),
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
  const hasPlan = plan.outputs.length > 0 || plan.workPackages.length > 0;
  return (
    <>
      <ProjectTitle
        project={project}
        state={<StateSentence {...state} />}
        action={
          <>
            {primary()}
            {items.length > 0 ? (
              <ProjectMenu projectId={project.id} label={menu("label")} items={items} words={words} />
            ) : null}
          </>
        }
      />
      {can["project.close"] && isOverdue(project, plan.today) ? (
        <Notice tone="due" className="mb-8">
          {menu("overdue")}
        </Notice>
      ) : null}
      {hasPlan ? null : (
        <Section title={t("outputs")} action={<TextLink href={path("outputs")}>{t("outputsAll")}</TextLink>}>
          <EmptyState
            title={t("noPlan")}
            action={can["output.plan"] ? <LinkButton href={path("outputs/new")}>{t("plan")}</LinkButton> : null}
          >
            {t("noPlanText")}
          </EmptyState>
        </Section>
      )}
      <Glance
        slug={slug}
        plan={
          hasPlan
            ? {
                ...timelineOf(
                  { ...plan, startsOn: project.startsOn, durationMonths: project.durationMonths },
                  organisations,
                  { slug, state: (each) => status(each), late: due("late") },
                ),
                today: plan.today,
                markWords: { active: marks("markActive"), approved: marks("markApproved") },
              }
            : null
        }
        undated={plan.outputs.filter(({ dueOn }) => dueOn === null).length}
        year={{
          months: heat.months,
          rows: heatRows(heat, organisations, {
            slug,
            note: (at) => (at ? t("lastSeen", { date: format.relativeTime(at, now) }) : t("never")),
          }),
          feed: { path: path("activity") },
        }}
        organisations={mapOrganisations(organisations, slug)}
        latest={feedLines(latest, now)}
        summary={project.summary}
      />
    </>
  );
}
