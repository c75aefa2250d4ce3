"use client";

import type { Route } from "next";
import { useTranslations } from "next-intl";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Anchor } from "../ui/anchor";
import { cn } from "../ui/cn";
import { Icon } from "../ui/icon";
import { Menu } from "../ui/menu";
import {
  currentPlace,
  projectSlugOf,
  sectionPlaces,
  type ShellPlace,
  type ShellProject,
  type ShellSection,
} from "./shell-places";

type NavProps = {
  places: readonly ShellPlace[];
  projects: readonly ShellProject[];
  sections: readonly ShellSection[];
};

function usePlaces({ places, projects, sections }: NavProps) {
  const pathname = usePathname();
  const slug = projectSlugOf(pathname);
  const found = projects.find((one) => one.slug === slug);
  const open = sections.filter((section) => !(found?.outside && section.insideOnly));
  const inside = slug === null ? [] : sectionPlaces(slug, open);
  const project = slug === null ? null : (found ?? { slug, label: null });
  const current = currentPlace(pathname, [...places, ...inside]);
  return { project, inside, current };
}

function Count({ count }: { count: number | undefined }) {
  const t = useTranslations("ui.shell");
  if (!count) return null;
  return (
    <span className="bg-due-soft text-due tabular ms-auto rounded-full px-1.5 text-sm font-semibold">
      <span aria-hidden="true">{count > 99 ? "99+" : count}</span>
      <span className="sr-only">{t("waiting", { count })}</span>
    </span>
  );
}

function RailLink({ place, current }: { place: ShellPlace; current: boolean }) {
  return (
    <Anchor
      href={place.href}
      aria-current={current ? "page" : undefined}
      className={cn(
        "flex min-h-9 items-center gap-2.5 rounded-md px-2.5 py-1",
        current ? "bg-accent-soft text-ink font-semibold" : "text-ink-soft hover:bg-paper hover:text-ink",
      )}
    >
      <Icon name={place.icon} size={18} className={current ? "text-accent" : undefined} />
      <span className="min-w-0 truncate">{place.label}</span>
      <Count count={place.count} />
    </Anchor>
  );
}

function Switcher({ projects, label }: { projects: readonly ShellProject[]; label: string | null }) {
  const t = useTranslations("ui.shell");
  return (
    <Menu
      label={t("chooseProject")}
      align="start"
      className="hover:border-line hover:bg-paper flex min-h-10 w-full min-w-0 items-center gap-2 rounded-md border border-transparent px-2.5 text-start"
      face={
        <>
          <span className={cn("min-w-0 flex-1 truncate", label ? "font-serif text-lg font-semibold" : "text-ink-soft")}>
            {label ?? t("chooseProject")}
          </span>
          <Icon name="chevron-down" className="text-ink-faint" />
        </>
      }
    >
      <ul>
        {projects.map((project) => (
          <li key={project.slug}>
            <Anchor href={`/projects/${encodeURIComponent(project.slug)}` as Route}>{project.label}</Anchor>
          </li>
        ))}
      </ul>
      {projects.length > 0 ? <hr /> : null}
      <Anchor href={"/projects"}>{t("allProjects")}</Anchor>
      <Anchor href={"/projects/new"}>
        <Icon name="plus" />
        {t("newProject")}
      </Anchor>
    </Menu>
  );
}

/** The rail's inside on a wide window. */
export function RailNav(props: NavProps) {
  const t = useTranslations("ui.shell");
  const { project, inside, current } = usePlaces(props);
  return (
    <>
      <nav aria-label={t("main")} className="grid gap-0.5">
        {props.places.map((place) => (
          <RailLink key={place.href} place={place} current={place.href === current?.href} />
        ))}
      </nav>
      <div className="border-line mt-4 grid gap-1 border-t pt-4">
        <Switcher projects={props.projects} label={project?.label ?? null} />
        {inside.length > 0 ? (
          <nav aria-label={t("project")} className="grid gap-0.5">
            {inside.map((place) => (
              <RailLink key={place.href} place={place} current={place.href === current?.href} />
            ))}
          </nav>
        ) : null}
      </div>
    </>
  );
}

/** The head of a narrow window: which project this is, and the way to another. */
export function TopSwitcher(props: NavProps) {
  const { project } = usePlaces(props);
  return <Switcher projects={props.projects} label={project?.label ?? null} />;
}

function BarFace({
  place,
  current,
}: {
  place: { label: string; icon: ShellPlace["icon"]; count?: number };
  current: boolean;
}) {
  return (
    <span
      className={cn(
        "relative grid h-14 w-full justify-items-center gap-0.5 pt-2 text-center",
        current ? "text-accent" : "text-ink-soft",
      )}
    >
      {current ? <span className="bg-accent absolute inset-x-4 top-0 h-0.5 rounded-full" /> : null}
      <Icon name={place.icon} size={20} />
      <span className={cn("max-w-full truncate px-0.5 text-[0.6875rem] leading-4", current && "font-semibold")}>
        {place.label}
      </span>
      {place.count ? <span className="bg-due absolute start-[calc(50%+0.5rem)] top-1.5 size-2 rounded-full" /> : null}
    </span>
  );
}

/** Four places and "more" at the foot of a narrow window. */
export function BottomBar(props: NavProps & { account: ReactNode }) {
  const t = useTranslations("ui");
  const { inside, current } = usePlaces(props);
  const ordered = inside.length > 0 ? [...props.places.slice(0, 1), ...inside, ...props.places.slice(1)] : props.places;
  const shown = ordered.slice(0, 4);
  const rest = ordered.slice(4);
  const isCurrent = (place: ShellPlace) => place.href === current?.href;
  return (
    <nav
      aria-label={t("shell.main")}
      className="no-print border-line bg-paper-raised fixed inset-x-0 bottom-0 z-20 border-t pb-[env(safe-area-inset-bottom)] lg:hidden"
    >
      <ul className="mx-auto grid max-w-lg auto-cols-fr grid-flow-col">
        {shown.map((place) => (
          <li key={place.href} className="min-w-0">
            <Anchor href={place.href} aria-current={isCurrent(place) ? "page" : undefined} className="block">
              <BarFace place={place} current={isCurrent(place)} />
            </Anchor>
          </li>
        ))}
        <li className="min-w-0">
          <Menu
            label={t("more")}
            className="block w-full"
            face={<BarFace place={{ label: t("more"), icon: "dots" }} current={rest.some(isCurrent)} />}
          >
            {rest.map((place) => (
              <Anchor key={place.href} href={place.href} aria-current={isCurrent(place) ? "page" : undefined}>
                <Icon name={place.icon} size={18} className="text-ink-soft" />
                {place.label}
                <Count count={place.count} />
              </Anchor>
            ))}
            {rest.length > 0 ? <hr /> : null}
            {props.account}
          </Menu>
        </li>
      </ul>
    </nav>
  );
}
