import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Anchor } from "../ui/anchor";
import { Avatar } from "../ui/avatar";
import { Icon } from "../ui/icon";
import { Mark, Wordmark } from "../ui/mark";
import { Menu } from "../ui/menu";
import { SkipLink } from "../ui/skip-link";
import { BottomBar, RailNav, TopSwitcher } from "./app-nav";
import type { ShellPlace, ShellProject, ShellSection } from "./shell-places";

type Props = {
  person: { name: string; organisation?: string };
  /** My own places, the home page first. */
  places: readonly ShellPlace[];
  projects: readonly ShellProject[];
  sections: readonly ShellSection[];
  /** Links and buttons of the account menu: account, organisation, sign out. */
  account: ReactNode;
  /** A line above everything, for example "this is the demo". */
  banner?: ReactNode;
  children: ReactNode;
};

/** The frame of a signed-in person: a rail when there is room, a bottom bar when there is not. */
export function AppShell({ person, places, projects, sections, account, banner, children }: Props) {
  const t = useTranslations("ui.shell");
  const nav = { places, projects, sections };
  const home = places[0]?.href ?? "/home";
  return (
    <>
      <SkipLink />
      {banner ? <aside aria-label={t("banner")}>{banner}</aside> : null}
      <div className="lg:grid lg:grid-cols-[15.5rem_minmax(0,1fr)]">
        <aside className="no-print border-line bg-paper-sunken sticky top-0 hidden h-dvh flex-col overflow-y-auto border-e px-3 py-4 lg:flex">
          <Anchor href={home} className="mb-5 self-start px-2.5 py-1" aria-label={t("mark")}>
            <Wordmark />
          </Anchor>
          <RailNav {...nav} />
          <div className="mt-auto pt-4">
            <Menu
              label={t("account")}
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
              {account}
            </Menu>
          </div>
        </aside>
        <div className="min-w-0 pb-[calc(3.5rem+env(safe-area-inset-bottom))] lg:pb-0">
          <header className="no-print border-line bg-paper sticky top-0 z-10 flex h-14 items-center gap-1 border-b ps-3 pe-2 lg:hidden">
            <Anchor href={home} aria-label={t("mark")} className="inline-flex size-10 items-center justify-center">
              <Mark />
            </Anchor>
            <div className="min-w-0 flex-1">
              <TopSwitcher {...nav} />
            </div>
          </header>
          <main id="content" tabIndex={-1} className="mx-auto max-w-page px-4 pt-6 pb-16 outline-none sm:px-8 lg:pt-9">
            {children}
          </main>
        </div>
      </div>
      <BottomBar {...nav} account={account} />
    </>
  );
}
