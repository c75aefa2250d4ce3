import { html, type SafeHtml } from "@remix-run/html-template";
import { feedLines } from "@/components/activity/activity-feed";
import { timelineOf } from "@/components/outputs/timeline-data";
import { drawGlance } from "@/components/projects/glance";
import { heatRows, quietestOf } from "@/components/projects/heat-rows";
import { mapOrganisations } from "@/components/projects/map-organisations";
import { type MenuItem, projectMenuMarkup } from "@/components/projects/project-menu";
import { projectState, sayState } from "@/components/projects/project-state";
import { getFormatter, getTranslations } from "@/messages/words";
import type { ProjectOverview } from "@/server/projects/queries/get-project";
import { projectTitleMarkup } from "./project-title";

type Given = ProjectOverview & {
  /** What a span of time is counted to. */
  moment: Date;
  /** Apart where something else stands between them. */
  part: "whole" | "head" | "glance";
};

/** Whether there is something to draw on a timeline. */
export const hasPlan = ({ plan }: ProjectOverview) => plan.outputs.length > 0 || plan.workPackages.length > 0;

async function menuItems({ project: { slug, status, can } }: ProjectOverview): Promise<MenuItem[]> {
  const t = await getTranslations("projects.menu");
  const base = `/projects/${slug}`;
  const offers: [boolean, MenuItem][] = [
    [can["project.edit"], { label: t("edit"), icon: "pencil", href: `${base}/edit` }],
    [can["consortium.change"], { label: t("invite"), icon: "people", href: `${base}/consortium/invite` }],
    [can["project.export"], { label: t("download"), icon: "download", act: "download" }],
    [can["project.edit"] && status === "draft", { label: t("start"), icon: "flag", act: "start" }],
    [can["project.close"] && status !== "closed", { label: t("close"), icon: "lock", act: "close" }],
    [can["project.reopen"] && status === "closed", { label: t("reopen"), icon: "flag", act: "reopen" }],
  ];
  return offers.filter(([offered]) => offered).map(([, item]) => item);
}

/** The one thing to do next: ask partners in, plan, or hand in what is due from one's own organisation. */
async function primaryAct({ project, organisations, plan }: ProjectOverview) {
  const t = await getTranslations("projects.overview");
  const { slug, status, can, mine } = project;
  const base = `/projects/${slug}`;
  if (can["consortium.change"] && organisations.length === 1) {
    return { href: `${base}/consortium/invite`, label: t("invite"), icon: "people" as const };
  }
  if (can["output.plan"] && plan.outputs.length === 0) {
    return { href: `${base}/outputs/new`, label: t("plan"), icon: "plus" as const };
  }
  if (mine.role === "viewer" || status === "closed") return null;
  const next = plan.outputs.find(
    (output) =>
      output.leadOrganisationId === mine.organisationId && ["upload_first", "fix_and_resubmit"].includes(output.next),
  );
  return next
    ? {
        href: `${base}/outputs/${next.id}`,
        label: t("uploadTo", { code: `O${String(next.number)}` }),
        icon: "upload" as const,
      }
    : { href: `${base}/outputs`, label: t("upload"), icon: "upload" as const };
}

async function drawHead(overview: ProjectOverview): Promise<SafeHtml> {
  const { project, organisations, plan, heat } = overview;
  const [t, items, primary, state] = await Promise.all([
    getTranslations("projects.menu"),
    menuItems(overview),
    primaryAct(overview),
    sayState(
      projectState({
        status: project.status,
        startsOn: project.startsOn,
        durationMonths: project.durationMonths,
        today: plan.today,
        outputs: plan.outputs,
        quietest: quietestOf(heat, organisations),
      }),
    ),
  ]);
  return projectTitleMarkup(
    { project, state, primary },
    items.length > 0 ? projectMenuMarkup(t("label"), items) : null,
  );
}

async function drawPictures(overview: ProjectOverview, moment: Date): Promise<SafeHtml> {
  const { project, organisations, plan, heat, latest } = overview;
  const { slug } = project;
  const format = getFormatter();
  const [t, status, due, marks] = await Promise.all([
    getTranslations("projects.overview"),
    getTranslations("outputs.status"),
    getTranslations("outputs.due"),
    getTranslations("outputs.list"),
  ]);
  return drawGlance({
    slug,
    plan: hasPlan(overview)
      ? {
          ...timelineOf(
            { ...plan, startsOn: project.startsOn, durationMonths: project.durationMonths },
            organisations,
            { slug, state: (each) => status(each), late: due("late") },
          ),
          today: plan.today,
          markWords: { active: marks("markActive"), approved: marks("markApproved") },
        }
      : null,
    undated: plan.outputs.filter(({ dueOn }) => dueOn === null).length,
    year: {
      months: heat.months,
      rows: heatRows(heat, organisations, {
        slug,
        note: (at) => (at ? t("lastSeen", { date: format.relativeTime(at, moment) }) : t("never")),
      }),
      feed: { path: `/projects/${slug}/activity` },
    },
    organisations: mapOrganisations(organisations, slug),
    latest: feedLines(latest, moment),
    summary: project.summary,
  });
}

/** The page of a project as its consortium sees it: its head with the menu, then the pictures. */
export async function drawOverview({ moment, part, ...overview }: Given): Promise<SafeHtml> {
  const [head, pictures] = await Promise.all([
    part === "glance" ? "" : drawHead(overview),
    part === "head" ? "" : drawPictures(overview, moment),
  ]);
  return html`${head}${pictures}`;
}
