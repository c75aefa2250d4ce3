"use client";

import type { Route } from "next";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Anchor } from "../ui/anchor";
import { Avatar } from "../ui/avatar";
import { cn } from "../ui/cn";
import { Icon } from "../ui/icon";
import { Mark, Wordmark } from "../ui/mark";
import { Menu } from "../ui/menu";
import { SkipLink } from "../ui/skip-link";
import { type NavItem, type Navigation, navigationAt } from "./navigation";
import { type ThemeLabels, ThemeSwitch } from "./theme-switch";

type Label =
  | "main"
  | "search"
  | "project"
  | "chooseProject"
  | "allProjects"
  | "newProject"
  | "account"
  | "banner"
  | "mark"
  | "more"
  | "skip";

type Props = Navigation & {
  person: { name: string; organisation?: string };
  /** The link to the notifications; its badge is how many are unread. */
  bell: NavItem;
  /** The links of the account menu. */
  account: readonly { href: Route; label: string }[];
  /** The last entry of the account menu. */
  signOut: ReactNode;
  labels: Record<Label, string> & { theme: ThemeLabels };
  /** The address of the reader, where the server renders the page at another one. */
  path?: string | undefined;
  /** A banner above the page, for example "This is the demo". */
  banner?: ReactNode;
  children: ReactNode;
};

/** The project switcher lists the newest projects; "all projects" leads to the others. */
const switcherSize = 12;
const bottomBarSize = 4;

type Here = Props & ReturnType<typeof navigationAt>;

const currentOf = ({ current }: Here, { href }: NavItem) => (current?.href === href ? "page" : undefined);

function Badge({ children }: { children: string }) {
  return (
    <span aria-hidden="true" className="bg-accent text-accent-ink ms-auto rounded-full px-1.5 text-xs font-semibold">
      {children}
    </span>
  );
}

function RailLinks({ here, items, label }: { here: Here; items: readonly NavItem[]; label: string }) {
  return (
    <nav aria-label={label} className="grid gap-0.5">
      {items.map((item) => (
        <Anchor
          key={item.href}
          href={item.href}
          aria-current={currentOf(here, item)}
          aria-label={item.name}
          className="rail-link"
        >
          <Icon name={item.icon} size={18} />
          <span className="min-w-0 truncate">{item.label}</span>
          {item.badge ? <Badge>{item.badge}</Badge> : null}
        </Anchor>
      ))}
    </nav>
  );
}

function ProjectSwitcher({ project, projects, labels }: Here) {
  return (
    <Menu
      label={labels.chooseProject}
      align="start"
      className="hover:border-line hover:bg-paper flex min-h-10 w-full min-w-0 items-center gap-2 rounded-md border border-transparent px-2.5 text-start"
      face={
        <>
          <span
            className={cn("min-w-0 flex-1 truncate", project ? "font-serif text-lg font-semibold" : "text-ink-soft")}
          >
            {project?.label ?? labels.chooseProject}
          </span>
          <Icon name="chevron-down" className="text-ink-faint" />
        </>
      }
    >
      <ul>
        {projects.slice(0, switcherSize).map(({ slug, label }) => (
          <li key={slug}>
            <Anchor href={`/projects/${encodeURIComponent(slug)}` as Route}>{label}</Anchor>
          </li>
        ))}
      </ul>
      {projects.length > 0 ? <hr /> : null}
      <Anchor href="/projects">{labels.allProjects}</Anchor>
      <Anchor href="/projects/new">
        <Icon name="plus" />
        {labels.newProject}
      </Anchor>
    </Menu>
  );
}

/** Leads to the page of the search, with or without scripts. */
function RailSearch({ label }: { label: string }) {
  return (
    <form method="get" action="/search" role="search" aria-label={label} className="relative mb-4">
      <Icon name="search" className="text-ink-faint pointer-events-none absolute start-2.5 top-1/2 -translate-y-1/2" />
      <input
        type="search"
        name="text"
        maxLength={200}
        dir="auto"
        aria-label={label}
        placeholder={label}
        className="control ps-9"
      />
    </form>
  );
}

function AccountEntries({ account, labels, signOut }: Here) {
  return (
    <>
      {account.map(({ href, label }) => (
        <Anchor key={href} href={href}>
          {label}
        </Anchor>
      ))}
      <ThemeSwitch labels={labels.theme} />
      {signOut}
    </>
  );
}

const homeOf = ({ items }: Navigation) => items[0]?.href ?? "/home";

/** The rail of a wide window. */
function Rail(here: Here) {
  const { person, items, bell, inProject, labels } = here;
  return (
    <aside className="no-print border-line bg-paper-sunken sticky top-0 hidden h-dvh flex-col overflow-y-auto border-e px-3 py-4 lg:flex">
      <Anchor href={homeOf(here)} className="mb-5 self-start px-2.5 py-1" aria-label={labels.mark}>
        <Wordmark />
      </Anchor>
      <RailSearch label={labels.search} />
      <RailLinks here={here} items={[...items.slice(0, 1), bell, ...items.slice(1)]} label={labels.main} />
      <div className="border-line mt-4 grid gap-1 border-t pt-4">
        <ProjectSwitcher {...here} />
        {inProject.length > 0 ? <RailLinks here={here} items={inProject} label={labels.project} /> : null}
      </div>
      <div className="mt-auto pt-4">
        <Menu
          label={labels.account}
          align="above"
          className="hover:border-line hover:bg-paper flex min-h-12 w-full min-w-0 items-center gap-2.5 rounded-md border border-transparent px-2 text-start"
          face={
            <>
              <Avatar name={person.name} />
              <span className="min-w-0 flex-1 leading-tight">
                <span className="block truncate font-semibold">{person.name}</span>
                {person.organisation ? (
                  <span className="text-ink-soft block truncate text-sm">{person.organisation}</span>
                ) : null}
              </span>
              <Icon name="chevron-down" className="text-ink-faint" />
            </>
          }
        >
          <AccountEntries {...here} />
        </Menu>
      </div>
    </aside>
  );
}

function BottomBarFace({ label, icon }: Pick<NavItem, "label" | "icon">) {
  return (
    <span className="relative grid h-14 w-full justify-items-center gap-0.5 pt-2 text-center">
      <span className="bottom-bar-stripe" />
      <Icon name={icon} size={20} />
      <span className="bottom-bar-label max-w-full truncate px-0.5 text-[0.6875rem] leading-4">{label}</span>
    </span>
  );
}

/** The bottom bar of a narrow window: four links and "more"; inside a project its sections come first. */
function BottomBar(here: Here) {
  const { items, inProject, labels } = here;
  const ordered = inProject.length > 0 ? [...items.slice(0, 1), ...inProject, ...items.slice(1)] : items;
  const rest = ordered.slice(bottomBarSize);
  return (
    <nav
      aria-label={labels.main}
      className="no-print border-line bg-paper-raised fixed inset-x-0 bottom-0 z-20 border-t pb-[env(safe-area-inset-bottom)] lg:hidden"
    >
      <ul className="bottom-bar mx-auto grid max-w-lg auto-cols-fr grid-flow-col">
        {ordered.slice(0, bottomBarSize).map((item) => (
          <li key={item.href} className="min-w-0">
            <Anchor href={item.href} aria-current={currentOf(here, item)} className="block">
              <BottomBarFace {...item} />
            </Anchor>
          </li>
        ))}
        <li className="min-w-0">
          <Menu label={labels.more} className="block w-full" face={<BottomBarFace label={labels.more} icon="dots" />}>
            {rest.map((item) => (
              <Anchor key={item.href} href={item.href} aria-current={currentOf(here, item)}>
                <Icon name={item.icon} size={18} className="text-ink-soft" />
                {item.label}
              </Anchor>
            ))}
            {rest.length > 0 ? <hr /> : null}
            <AccountEntries {...here} />
          </Menu>
        </li>
      </ul>
    </nav>
  );
}

/** The navigation around the pages of a signed-in person: a rail in a wide window, a bottom bar in a narrow one. */
export function AppShell(props: Props) {
  const current = usePathname();
  const here: Here = {
    ...props,
    ...navigationAt({ ...props, items: [...props.items, props.bell] }, props.path ?? current),
  };
  const { bell, labels, banner, children } = props;
  return (
    <>
      <SkipLink label={labels.skip} />
      <div className="lg:grid lg:grid-cols-[15.5rem_minmax(0,1fr)]">
        <Rail {...here} />
        <div className="min-w-0 pb-[calc(3.5rem+env(safe-area-inset-bottom))] lg:pb-0">
          {banner ? <aside aria-label={labels.banner}>{banner}</aside> : null}
          <header className="no-print border-line bg-paper sticky top-0 z-10 flex h-14 items-center gap-1 border-b ps-3 pe-2 lg:hidden">
            <Anchor
              href={homeOf(here)}
              aria-label={labels.mark}
              className="inline-flex size-10 items-center justify-center"
            >
              <Mark />
            </Anchor>
            <div className="min-w-0 flex-1">
              <ProjectSwitcher {...here} />
            </div>
            <Anchor
              href={bell.href}
              aria-label={bell.name}
              aria-current={currentOf(here, bell)}
              className="relative inline-flex size-10 items-center justify-center"
            >
              <Icon name={bell.icon} size={20} />
              {bell.badge ? (
                <span className="absolute end-0 top-0 flex origin-top-right scale-75">
                  <Badge>{bell.badge}</Badge>
                </span>
              ) : null}
            </Anchor>
            <Anchor
              href="/search"
              aria-label={labels.search}
              className="inline-flex size-10 items-center justify-center"
            >
              <Icon name="search" size={20} />
            </Anchor>
          </header>
          <main id="content" tabIndex={-1} className="mx-auto max-w-page px-4 pt-6 pb-16 outline-none sm:px-8 lg:pt-9">
            {children}
          </main>
        </div>
      </div>
      <BottomBar {...here} />
    </>
  );
}
