import type { Route } from "next";
import type { IconName } from "../ui/icon-paths";

/** A place of the app in the rail and the bottom bar. */
export type ShellPlace = { href: Route; label: string; icon: IconName };

/** A section of every project; `path` follows /projects/<slug>/, empty for the overview. */
export type ShellSection = { path: string; label: string; icon: IconName; insideOnly?: boolean };

/** `outside`: the person sees only what is open to evaluators. */
export type ShellProject = { slug: string; label: string; outside?: boolean };

/** The project an address belongs to: /projects/<slug>/…; a project being started has none yet. */
export function projectSlugOf(pathname: string): string | null {
  const slug = /^\/projects\/([^/]+)/.exec(pathname)?.[1];
  return slug === undefined || slug === "new" ? null : slug;
}

/** The sections of one project as places. */
export function sectionPlaces(slug: string, sections: readonly ShellSection[]): ShellPlace[] {
  return sections.map(({ path, label, icon }) => ({
    href: `/projects/${encodeURIComponent(slug)}${path ? `/${path}` : ""}` as Route,
    label,
    icon,
  }));
}

/** The place which an address lies in: the longest that it starts with. */
export function currentPlace(pathname: string, places: readonly ShellPlace[]): ShellPlace | null {
  const holding = places.filter(({ href }) => pathname === href || pathname.startsWith(`${href}/`));
  return holding.sort((a, b) => b.href.length - a.href.length)[0] ?? null;
}
