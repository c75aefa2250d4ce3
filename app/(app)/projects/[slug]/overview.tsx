import type { Route } from "next";
import { ActivityFeed } from "@/components/activity/activity-feed";
import { matrixRows, quietestOf } from "@/components/activity/matrix-rows";
import { coverageText } from "@/components/outputs/coverage-text";
import { timelineOf } from "@/components/outputs/timeline-data";
import { ActivityMatrix, ConsortiumMap, Timeline } from "@/components/pictures/pictures";
import { AboutProject } from "@/components/projects/about-project";
import { mapOrganisations } from "@/components/projects/map-organisations";
import { ProjectMenu } from "@/components/projects/project-menu";
import { Section } from "@/components/shared/section";
import { ClientMessages } from "@/components/shared/client-messages";
import { EmptyState } from "@/components/ui/empty-state";
import type { IconName } from "@/components/ui/icon-paths";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { outputWord } from "@/domain/programme/vocabulary";
import { outputCode } from "@/domain/outputs";
import { isOverdueToClose, primaryActionOf, type ProgressFact, projectProgress } from "@/domain/project-progress";
import { getFormatter, getTranslations } from "@/messages/server";
import type { ProjectOverview } from "@/server/projects/queries/get-project";
import { PlanStarts } from "./plan-starts";
import { ProjectTitle } from "./project-title";

type Props = { overview: ProjectOverview };
/** `language`: the locale that the person chose. */
type PageProps = Props & { language: string };

/** The project page of the consortium: progress, plan, activity, map, latest activity, summary. */
export async function Overview({ overview, language }: PageProps) {
  const { project, plan, latest } = overview;
  const t = await getTranslations("projects.overview");
  const path = (rest: string) => `/projects/${project.slug}/${rest}` as Route;
  return (
    <>
      {project.can["project.close"] && isOverdueToClose(project, plan.today) ? (
        <Notice tone="due" className="mb-8">
          {t("overdue")}
        </Notice>
      ) : null}
      <LeadsToReplace overview={overview} />
      <Title overview={overview} />
      <Plan overview={overview} />
      <Section title={t("activity")}>
        <Matrix overview={overview} />
      </Section>
      <div className="grid items-start gap-x-10 lg:grid-cols-2">
        <Section title={t("consortium")} action={<TextLink href={path("consortium")}>{t("consortiumAll")}</TextLink>}>
          <ConsortiumMap organisations={mapOrganisations(overview.organisations, project.slug)} />
        </Section>
        <Section title={t("latest")} action={<TextLink href={path("activity")}>{t("latestAll")}</TextLink>}>
          <ActivityFeed language={language} entries={latest} empty={t("latestEmpty")} />
        </Section>
      </div>
      <AboutProject project={project} organisations={overview.organisations} />
    </>
  );
}

/** Tells those who plan outputs which of them are led by an organisation that declined or left. */
async function LeadsToReplace({ overview: { project, organisations, plan } }: Props) {
  const t = await getTranslations("projects.overview");
  if (!project.can["output.plan"]) return null;
  const absent = new Map(organisations.filter((one) => one.absent).map((one) => [one.organisationId, one.shortName]));
  const outputs = plan.outputs.filter(
    ({ leadOrganisationId, status }) =>
      absent.has(leadOrganisationId) && status !== "approved" && status !== "published",
  );
  const first = outputs[0];
  if (!first) return null;
  return (
    <Notice
      tone="late"
      className="mb-8"
      action={
        <LinkButton href={`/projects/${project.slug}/outputs/${first.id}/edit` as Route} size="small">
          {t("chooseLead", { code: outputCode(first.number) })}
        </LinkButton>
      }
    >
      {t("leadsAbsent", {
        outputs: outputs
          .map(({ number, leadOrganisationId }) => `${outputCode(number)} (${absent.get(leadOrganisationId) ?? ""})`)
          .join(", "),
      })}
    </Notice>
  );
}

async function Title({ overview }: Props) {
  const { project, organisations, plan, heat } = overview;
  const t = await getTranslations("projects.overview");
  const { time, rest } = projectProgress({
    ...project,
    today: plan.today,
    outputs: plan.outputs,
    quietest: quietestOf(heat, organisations),
  });
  const factText = ({ kind, values }: ProgressFact) => t(kind, values);
  const state = [
    ...(time ? [factText(time)] : []),
    ...(rest.length > 0 ? [`${rest.map(factText).join("; ")}.`] : []),
  ].join(" ");
  return (
    <ProjectTitle
      project={project}
      state={state}
      primary={await primaryLink(overview)}
      menu={
        <ClientMessages of={["projects.menu"]}>
          <ProjectMenu projectId={project.id} slug={project.slug} status={project.status} can={project.can} />
        </ClientMessages>
      }
    />
  );
}

async function primaryLink({ project, organisations, plan }: ProjectOverview) {
  const t = await getTranslations("projects.overview");
  const action = primaryActionOf({ ...project, organisations: organisations.length, outputs: plan.outputs });
  const link = (rest: string, label: string, icon: IconName) => ({
    href: `/projects/${project.slug}/${rest}` as Route,
    label,
    icon,
  });
  switch (action?.kind) {
    case undefined:
      return null;
    case "invite":
      return link("consortium/invite", t("invite"), "people");
    case "plan":
      return link("outputs/new", t("plan"), "plus");
    case "upload":
      return link("outputs", t("upload"), "upload");
    case "uploadTo":
      return link(`outputs/${action.outputId}`, t("uploadTo", { code: action.code }), "upload");
  }
}

async function Plan({ overview: { project, organisations, plan } }: Props) {
  const [t, timeline, status, coverage, due, legend] = await Promise.all([
    getTranslations("projects.overview"),
    getTranslations("timeline"),
    getTranslations("outputs.status"),
    getTranslations("outputs.coverage"),
    getTranslations("outputs.due"),
    getTranslations("outputs.list"),
  ]);
  const { slug, startsOn, durationMonths, can } = project;
  const path = (rest: string) => `/projects/${slug}/${rest}` as Route;
  const undated = plan.outputs.filter(({ dueOn }) => dueOn === null).length;
  const isEmpty = plan.outputs.length === 0 && plan.workPackages.length === 0;
  return (
    <Section
      title={legend("title", { word: outputWord(project.callYear, project.actionCode) })}
      action={<TextLink href={path("outputs")}>{t("outputsAll")}</TextLink>}
    >
      {isEmpty ? (
        <EmptyState
          title={t("noPlan")}
          action={
            can["output.plan"] ? (
              <>
                <PlanStarts project={project} />
                <LinkButton href={path("outputs/new")} kind="quiet">
                  {t("plan")}
                </LinkButton>
              </>
            ) : null
          }
        >
          {t("noPlanText")}
        </EmptyState>
      ) : (
        <Timeline
          {...timelineOf({ ...plan, startsOn, durationMonths }, organisations, {
            slug,
            state: (each) => status(each),
            coverage: (each) => coverageText(coverage, each),
            late: due("late"),
          })}
          today={plan.today}
          legend={{ active: legend("markActive"), approved: legend("markApproved") }}
        />
      )}
      {isEmpty ? null : (
        <p className="no-print mt-2">
          <TextLink href={path("timeline")}>{timeline("open")}</TextLink>
        </p>
      )}
      {undated > 0 && !isEmpty ? (
        <p className="text-ink-soft mt-2 text-sm">{t("undated", { count: undated })}</p>
      ) : null}
    </Section>
  );
}

async function Matrix({ overview: { project, organisations, heat } }: Props) {
  const [t, format] = await Promise.all([getTranslations("projects.overview"), getFormatter()]);
  const { slug } = project;
  return (
    <ActivityMatrix
      months={heat.months}
      rows={matrixRows(heat, organisations, {
        slug,
        note: (at) => (at ? t("lastSeen", { date: format.dateTime(at, { dateStyle: "medium" }) }) : t("never")),
      })}
      feed={{ path: `/projects/${slug}/activity` }}
    />
  );
}
