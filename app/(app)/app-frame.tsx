import type { Route } from "next";
import type { ReactNode } from "react";
import { ConfirmReminder } from "@/components/people/confirm-reminder";
import { SignOutButton } from "@/components/people/sign-out-button";
import { AppShell } from "@/components/shared/app-shell";
import { themeLabels } from "@/components/shared/theme-labels";
import { ClientMessages } from "@/components/shared/client-messages";
import { mostUnread } from "@/domain/notifications";
import { outputWord } from "@/domain/programme/vocabulary";
import { getTranslations } from "@/messages/server";
import { currentActor } from "@/server/auth/actor";
import { serverApi } from "@/server/trpc/rsc";
import { isDemo } from "@/server/demo-mode";
import { env } from "@/server/env";

/** Maximum number of organisations in the account menu; the account page lists all. */
const maxOrganisations = 5;

/**
 * The frame of the pages of a signed-in person. For the navigation only: the procedures of each page decide who sees
 * what. `path`: the address of the reader, where the server renders the page at another one.
 */
export async function AppFrame({ path, children }: { path?: string | undefined; children: ReactNode }) {
  const actor = await currentActor();
  if (!actor) return children;
  const [t, ui, outputs, notifications, theme, unread] = await Promise.all([
    getTranslations("people.shell"),
    getTranslations("ui"),
    getTranslations("outputs.list"),
    getTranslations("notifications"),
    themeLabels(),
    (await serverApi()).notifications.unread(),
  ]);
  const [first] = actor.organisations;
  const demo = isDemo() && <p className="no-print bg-accent-soft px-4 py-1.5 text-center text-sm">{t("demo")}</p>;
  return (
    <AppShell
      path={path}
      person={{ name: actor.name, ...(first ? { organisation: first.shortName } : {}) }}
      items={[
        { href: "/home", label: t("home"), icon: "home" },
        { href: "/projects", label: t("projects"), icon: "project" },
        { href: "/reviews", label: t("reviews"), icon: "review" },
        { href: "/calendar", label: t("calendar"), icon: "calendar" },
      ]}
      bell={{
        href: "/notifications",
        label: notifications("title"),
        icon: "bell",
        name: notifications("bell", { unread }),
        ...(unread > 0 ? { badge: unread < mostUnread ? String(unread) : `${String(mostUnread)}+` } : {}),
      }}
      sections={[
        { path: "", label: t("overview"), icon: "map" },
        { path: "outputs", label: t("outputs"), icon: "output" },
        { path: "timeline", label: t("timeline"), icon: "history", membersOnly: true },
        { path: "tasks", label: t("tasks"), icon: "check", membersOnly: true },
        { path: "calendar", label: t("calendar"), icon: "calendar", membersOnly: true },
        { path: "consortium", label: t("consortium"), icon: "people", membersOnly: true },
        { path: "activity", label: t("activity"), icon: "activity", membersOnly: true },
        { path: "practices", label: t("practices"), icon: "practice", membersOnly: true },
      ]}
      projects={actor.participations.map(({ slug, acronym, kind, callYear, actionCode }) => ({
        slug,
        label: acronym,
        evaluator: kind === "evaluator",
        sectionLabels: { outputs: outputs("title", { word: outputWord(callYear, actionCode) }) },
      }))}
      account={[
        { href: "/account", label: t("account") },
        ...actor.organisations.slice(0, maxOrganisations).map(({ organisationId, shortName }) => ({
          href: `/organisations/${organisationId}` as Route,
          label: shortName,
        })),
        { href: "/welcome", label: t("newOrganisation") },
        ...(isDemo() ? [{ href: "/outbox" as Route, label: t("mails") }] : []),
        ...(actor.operator ? [{ href: "/operator" as Route, label: t("operator") }] : []),
      ]}
      signOut={<SignOutButton label={t("signOut")} />}
      labels={{
        main: ui("shell.main"),
        search: t("search"),
        project: ui("shell.project"),
        chooseProject: ui("shell.chooseProject"),
        allProjects: ui("shell.allProjects"),
        newProject: ui("shell.newProject"),
        account: ui("shell.account"),
        banner: ui("shell.banner"),
        mark: ui("shell.mark"),
        more: ui("more"),
        skip: ui("skip"),
        theme,
      }}
      banner={actor.addressConfirmed ? demo : <Reminder />}
    >
      {children}
    </AppShell>
  );
}

function Reminder() {
  return (
    <ClientMessages of={["people.shell"]}>
      <ConfirmReminder mails={env().SMTP_URL ? "sent" : isDemo() ? "shown" : "filed"} />
    </ClientMessages>
  );
}
