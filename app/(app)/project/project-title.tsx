import { html, type SafeHtml } from "@remix-run/html-template";
import { projectTone } from "@/components/projects/project-tone";
import { pageHeaderMarkup } from "@/components/shared/page-header-markup";
import { badgeMarkup } from "@/components/ui/badge-markup";
import { buttonStyle } from "@/components/ui/button-style";
import { Drawing } from "@/components/ui/drawing";
import { iconMarkup } from "@/components/ui/icon-markup";
import type { IconName } from "@/components/ui/icon-paths";
import { getTranslations } from "@/messages/words";
import type { ProjectHead } from "@/server/projects/queries/get-project";

type Given = {
  project: Pick<ProjectHead, "acronym" | "title" | "status" | "actionCode" | "callYear" | "grantReference">;
  /** One sentence: how it stands, and what comes next. */
  state: string;
  /** The one primary act of the page. */
  primary: { href: string; label: string; icon?: IconName } | null;
};

/** The head of a project: its reference, its name, how it stands, what comes next. */
export function ProjectTitle(given: Given) {
  return <Drawing name="project-title" input={given} draw={(input) => projectTitleMarkup(input, null)} />;
}

/** The markup of a project's head, with its menu. */
export async function projectTitleMarkup({ project, state, primary }: Given, menu: SafeHtml | null): Promise<SafeHtml> {
  const [t, ui, words] = await Promise.all([
    getTranslations("projects"),
    getTranslations("ui"),
    getTranslations("programme"),
  ]);
  const act = () =>
    primary
      ? html`<a href="${primary.href}" class="${buttonStyle("primary")}"
          >${primary.icon ? iconMarkup(primary.icon) : ""}${primary.label}</a
        >`
      : "";
  return pageHeaderMarkup({
    breadcrumb: ui("breadcrumb"),
    crumb: { href: "/projects", label: t("overview.crumb") },
    eyebrow: html`${badgeMarkup(projectTone(project.status), t(`status.${project.status}`))}
      <span>${words(`actions.${project.actionCode}`)}, ${project.callYear}</span>
      ${project.grantReference ? html`<span class="tabular">${project.grantReference}</span>` : ""}`,
    title: html`${project.acronym}<span class="text-ink-soft mt-1 block text-xl font-normal">${project.title}</span>`,
    state,
    acts: primary || menu ? html`${act()}${menu ?? ""}` : null,
  });
}
