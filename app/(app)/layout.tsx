import type { ReactNode } from "react";
import { AccountMenu } from "@/components/people/account-menu";
import { ConfirmReminder } from "@/components/people/confirm-reminder";
import { AppShell } from "@/components/shared/app-shell";
import { Words } from "@/components/shared/words";
import { getTranslations } from "@/messages/words";
import { isDemo } from "@/server/demo-mode";
import { currentActor } from "@/server/auth/actor";
import { env } from "@/server/env";

/** The newest projects are one press away, all of them two. */
const switcherSize = 12;

/** Chrome only: each page's own procedures decide who sees what. */
export default async function AppLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor();
  if (!actor) return children;
  const t = await getTranslations("people.shell");
  const [first] = actor.organisations;
  return (
    <Words of={["people.shell"]}>
      <AppShell
        person={{ name: actor.name, ...(first ? { organisation: first.shortName } : {}) }}
        places={[
          { href: "/home", label: t("home"), icon: "home" },
          { href: "/projects", label: t("projects"), icon: "project" },
          { href: "/reviews", label: t("reviews"), icon: "review" },
        ]}
        projects={actor.participations.slice(0, switcherSize).map(({ slug, acronym, kind }) => ({
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
            organisations={actor.organisations.map((one) => ({ id: one.organisationId, shortName: one.shortName }))}
          />
        }
        banner={
          actor.addressConfirmed ? (
            isDemo() && <p className="no-print bg-accent-soft px-4 py-1.5 text-center text-sm">{t("demo")}</p>
          ) : (
            <ConfirmReminder mails={env().SMTP_URL ? "sent" : isDemo() ? "shown" : "filed"} />
          )
        }
      >
        {children}
      </AppShell>
    </Words>
  );
}
