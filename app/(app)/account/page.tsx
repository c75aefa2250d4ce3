import type { Metadata, Route } from "next";
import { AddressList, CloseAccount, ExportMe, PasswordForm, ProfileForm } from "@/components/people/account-forms";
import { AllowLinksForm } from "@/components/act-links/allow-links-form";
import { AwayForm } from "@/components/absences/away-form";
import { SettingsForm } from "@/components/notifications/settings-form";
import { IdentityCheck } from "@/components/people/identity-check";
import { SessionList } from "@/components/people/session-list";
import { NameList } from "@/components/publications/name-list";
import { Pager } from "@/components/shared/pager";
import { PageHeader } from "@/components/shared/page-header";
import { Section } from "@/components/shared/section";
import { ThemeSwitch } from "@/components/shared/theme-switch";
import { themeLabels } from "@/components/shared/theme-labels";
import { ClientMessages } from "@/components/shared/client-messages";
import { TextLink } from "@/components/ui/text-link";
import { dayIn } from "@/domain/dates";
import { timeZones } from "@/domain/time-zones";
import { getReader, getTranslations } from "@/messages/server";
import { requireActor, serverApi } from "@/server/trpc/rsc";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.account");
  return { title: t("title") };
}

export default async function AccountPage({ searchParams }: PageProps<"/account">) {
  await requireActor("/account");
  const { names: cursor, saved } = await searchParams;
  const api = await serverApi();
  const [me, sessions, names, tNames, mails, tMails, tFollows, absence, tAbsence] = await Promise.all([
    api.people.me(),
    api.people.sessions({}),
    api.publications.names({ cursor: typeof cursor === "string" ? cursor : undefined }),
    getTranslations("publications.names"),
    api.notifications.settings(),
    getTranslations("notifications.settings"),
    getTranslations("follows.links"),
    api.people.absence(),
    getTranslations("people.absence"),
  ]);
  const [t, { locale, timeZone }] = await Promise.all([getTranslations("people.account"), getReader()]);
  const main = me.addresses.find((address) => address.isPrimary)?.address ?? "";
  return (
    <>
      <PageHeader title={t("title")} state={t("lead")} />
      <div className="max-w-form">
        <ClientMessages of={["people"]}>
          <IdentityCheck hasPassword={me.hasPassword}>
            <Section title={t("profile")}>
              <ProfileForm name={me.name} locale={me.locale} timeZone={me.timeZone} timeZones={timeZones()} />
            </Section>
            <Section id="away" title={tAbsence("title")} description={tAbsence("lead")}>
              <AwayForm {...absence} today={dayIn(new Date(), timeZone)} timeZone={timeZone} />
            </Section>
            <Section title={t("addresses")} description={t("addressesLead")}>
              <AddressList addresses={me.addresses} />
            </Section>
            <Section id="e-mails" title={tMails("title")} description={tMails("lead")}>
              <ClientMessages of={["notifications.settings"]}>
                <SettingsForm
                  settings={mails}
                  locale={locale}
                  next="/account?saved=e-mails#e-mails"
                  wasSaved={saved === "e-mails"}
                />
              </ClientMessages>
              <p className="mt-5">
                <TextLink href="/following">{tFollows("account")}</TextLink>
              </p>
            </Section>
            <Section title={t("password")}>
              <PasswordForm hasPassword={me.hasPassword} address={main} />
            </Section>
            {me.actLinks === null ? null : (
              <Section id="links" title={t("links")} description={t("linksLead")}>
                <AllowLinksForm allowed={me.actLinks} />
              </Section>
            )}
            <Section title={t("appearance")}>
              <ThemeSwitch labels={await themeLabels()} />
            </Section>
            <Section title={t("sessions")} description={t("sessionsLead")}>
              <SessionList sessions={sessions.items} nextCursor={sessions.nextCursor} />
            </Section>
            <Section id="names" title={tNames("title")} description={tNames("lead")}>
              {names.items.length > 0 ? (
                <ClientMessages of={["publications.names"]}>
                  <NameList names={names.items} />
                </ClientMessages>
              ) : (
                <p>{tNames("none")}</p>
              )}
              <Pager
                next={names.nextCursor ? (`/account?names=${names.nextCursor}` as Route) : null}
                first={cursor ? "/account" : null}
              />
            </Section>
            <Section title={t("data")} description={t("dataLead")}>
              <ExportMe />
            </Section>
            <Section title={t("close")} description={t("closeLead")}>
              <CloseAccount hasPassword={me.hasPassword} />
            </Section>
          </IdentityCheck>
        </ClientMessages>
      </div>
    </>
  );
}
