import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AccountMenu } from "@/components/people/account-menu";
import { ConfirmReminder } from "@/components/people/confirm-reminder";
import { AppShell } from "@/components/shared/app-shell";
import { Words } from "@/components/shared/words";
import { isDemo } from "@/server/demo-mode";
import { currentActor } from "@/server/auth/actor";
import { serverApi } from "@/server/trpc/rsc";

/** Chrome only: each page's own procedures decide who sees what. */
export default async function AppLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor();
  if (!actor) return children;
  const api = await serverApi();
  const [t, projects, organisations] = await Promise.all([
    getTranslations("people.shell"),
    api.projects.list({}),
    api.organisations.mine(),
  ]);
  return (
    <Words of={["people.shell"]}>
      <AppShell
        person={{ name: actor.name, ...(organisations[0] ? { organisation: organisations[0].shortName } : {}) }}
        places={[
          { href: "/home", label: t("home"), icon: "home" },
          { href: "/projects", label: t("projects"), icon: "project" },
          { href: "/reviews", label: t("reviews"), icon: "review" },
        ]}
        projects={projects.items.map(({ slug, acronym, kind }) => ({
          slug,
          label: acronym,
          outside: kind === "evaluator",
        }))}
        sections={[
          { path: "", label: t("overview"), icon: "map" },
          { path: "outputs", label: t("outputs"), icon: "output" },
          { path: "consortium", label: t("consortium"), icon: "people", insideOnly: true },
          { path: "activity", label: t("activity"), icon: "activity", insideOnly: true },
          { path: "practices", label: t("practices"), icon: "practice", insideOnly: true },
        ]}
        account={
          <AccountMenu
            operator={actor.operator}
            demo={isDemo()}
            organisations={organisations.map((o) => ({ id: o.id, shortName: o.shortName }))}
          />
        }
        banner={
          actor.addressConfirmed ? (
            isDemo() && <p className="no-print bg-accent-soft px-4 py-1.5 text-center text-sm">{t("demo")}</p>
          ) : (
            <ConfirmReminder />
          )
        }
      >
        {children}
      </AppShell>
    </Words>
  );
}
