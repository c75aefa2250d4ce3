import type { Route } from "next";
import type { IconName } from "../ui/icon-paths";

/** A link of the rail and the bottom bar. */
export type NavItem = {
  href: Route;
  label: string;
  icon: IconName;
  /** What assistive technology reads instead of the label and the badge. */
  name?: string;
  badge?: string;
};

/** A section of every project; `path` follows /projects/<slug>/ and is empty for the overview. */
export type ProjectSection = { path: string; label: string; icon: IconName; membersOnly?: boolean };

/** `evaluator`: the person sees only what is open to evaluators. */
export type NavProject = {
  slug: string;
  label: string;
  evaluator?: boolean;
  /** Labels of sections that differ from project to project, by path. */
  sectionLabels?: Readonly<Record<string, string>>;
};

/** The slug of the project an address belongs to: /projects/<slug>/…; null for a project being created. */
export function projectSlugOf(pathname: string): string | null {
  const slug = /^\/projects\/([^/]+)/.exec(pathname)?.[1];
  return slug === undefined || slug === "new" ? null : slug;
}

/** The sections of one project as links. */
export function sectionItems(
  { slug, sectionLabels }: Pick<NavProject, "slug" | "sectionLabels">,
  sections: readonly ProjectSection[],
): NavItem[] {
  return sections.map(({ path, label, icon }) => ({
    href: `/projects/${encodeURIComponent(slug)}${path ? `/${path}` : ""}` as Route,
    label: sectionLabels?.[path] ?? label,
    icon,
  }));
}

/** The item that an address belongs to: the one with the longest matching prefix. */
export function currentItem(pathname: string, items: readonly NavItem[]): NavItem | null {
  const matching = items.filter(({ href }) => pathname === href || pathname.startsWith(`${href}/`));
  return matching.sort((a, b) => b.href.length - a.href.length)[0] ?? null;
}

export type Navigation = {
  /** The person's own pages, the home page first. */
  items: readonly NavItem[];
  /** All of the person's projects, the newest first. */
  projects: readonly NavProject[];
  sections: readonly ProjectSection[];
};

/** The navigation for an address: the open project, its sections, the current item. */
export function navigationAt({ items, projects, sections }: Navigation, pathname: string) {
  const slug = projectSlugOf(pathname);
  const project = projects.find((one) => one.slug === slug) ?? null;
  const visible = sections.filter((section) => !(project?.evaluator && section.membersOnly));
  const inProject = project ? sectionItems(project, visible) : [];
  return { project, inProject, current: currentItem(pathname, [...items, ...inProject]) };
}
