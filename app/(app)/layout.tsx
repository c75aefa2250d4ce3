import type { ReactNode } from "react";
import { ConfirmReminder } from "@/components/people/confirm-reminder";
import { AppShell } from "@/components/shared/app-shell";
import type { Frame } from "@/components/shared/frame-markup";
import { frameWords, themeWords } from "@/components/shared/frame-words";
import { Words } from "@/components/shared/words";
import { getTranslations, saidOnce } from "@/messages/words";
import { isDemo } from "@/server/demo-mode";
import { currentActor } from "@/server/auth/actor";
import { env } from "@/server/env";

const ownOrganisations = 5;

/** What the frame of everybody has in common. */
const frameOfAll = saidOnce(async () => {
  const [t, words, theme] = await Promise.all([getTranslations("people.shell"), frameWords(), themeWords()]);
  return {
    places: [
      { href: "/home", label: t("home"), icon: "home" },
      { href: "/projects", label: t("projects"), icon: "project" },
      { href: "/reviews", label: t("reviews"), icon: "review" },
    ],
    sections: [
      { path: "", label: t("overview"), icon: "map" },
      { path: "outputs", label: t("outputs"), icon: "output" },
      { path: "consortium", label: t("consortium"), icon: "people", insideOnly: true },
      { path: "activity", label: t("activity"), icon: "activity", insideOnly: true },
      { path: "practices", label: t("practices"), icon: "practice", insideOnly: true },
    ],
    words,
    theme,
  } satisfies Partial<Frame>;
});

/** Chrome only: each page's own procedures decide who sees what. */
export default async function AppLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor();
  if (!actor) return children;
  const [t, common] = await Promise.all([getTranslations("people.shell"), frameOfAll()]);
  const [first] = actor.organisations;
  const frame: Frame = {
    person: { name: actor.name, ...(first ? { organisation: first.shortName } : {}) },
    ...common,
    projects: actor.participations.map(({ slug, acronym, kind }) => ({
      slug,
      label: acronym,
      outside: kind === "evaluator",
    })),
    account: [
      { href: "/account", label: t("account") },
      ...actor.organisations
        .slice(0, ownOrganisations)
        .map(({ organisationId, shortName }) => ({ href: `/organisations/${organisationId}`, label: shortName })),
      { href: "/welcome", label: t("newOrganisation") },
      ...(isDemo() ? [{ href: "/outbox", label: t("mails") }] : []),
      ...(actor.operator ? [{ href: "/operator", label: t("operator") }] : []),
    ],
  };
  const reminder = () => (
    <Words of={["people.shell"]}>
      <ConfirmReminder mails={env().SMTP_URL ? "sent" : isDemo() ? "shown" : "filed"} />
    </Words>
  );
  const demo = isDemo() && <p className="no-print bg-accent-soft px-4 py-1.5 text-center text-sm">{t("demo")}</p>;
  return (
    <AppShell frame={JSON.stringify(frame)} banner={actor.addressConfirmed ? demo : reminder()}>
      {children}
    </AppShell>
  );
}
