import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { cache } from "react";
import { createTranslator, NextIntlClientProvider } from "next-intl";
import { SignUpForm } from "@/components/people/sign-up-form";
import { AcceptInvitation } from "@/components/projects/accept-invitation";
import { MayDecline } from "@/components/projects/decline-invitation";
import { LongText } from "@/components/shared/long-text";
import { OwnProblemSentences } from "@/components/shared/own-problem-sentences";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { regionOf } from "@/domain/people";
import { countryNames } from "@/domain/programme/country-names";
import { isolating } from "@/messages/isolate";
import { currentActor } from "@/server/auth/actor";
import { orNotFound, serverApi } from "@/server/trpc/rsc";
import { InvitationFrame } from "../invitation-frame";
import { invitationMessages } from "./invitation-messages";

type Props = PageProps<"/invite/[token]">;
type Translate = (key: string, values?: Record<string, string>) => string;

// The link is secret: no indexing by search engines, and no referrer for other sites. Without any referrer, browsers would
// send the page's forms with the origin "null", which is refused.
const secret: Metadata = { robots: { index: false }, referrer: "same-origin" };

/** Cached, because the page and its title need it. */
const invitationOf = cache(async (token: string) => orNotFound((await serverApi()).projects.invitation({ token })));

/** A translator of the language of the invitation, with what its page needs besides. */
function speak(invitation: { locale: string }) {
  const { locale, messages, problems } = invitationMessages(invitation.locale);
  const t = isolating(createTranslator({ locale, messages, namespace: "invitation" })) as Translate;
  return { t, locale, messages, problems };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const invitation = await invitationOf((await params).token);
  return { ...secret, title: speak(invitation).t("page.title", { acronym: invitation.acronym }) };
}

export default async function InvitationPage({ params }: Props) {
  const { token } = await params;
  const api = await serverApi();
  const invitation = await invitationOf(token);
  const actor = await currentActor();
  const { t, locale, messages, problems } = speak(invitation);
  const { inviter, inviting, acronym, title, legalName, kind, role, status, message, summary } = invitation;
  const projectPath = `/projects/${invitation.slug}` as Route;
  if (status === "accepted" && invitation.alreadyIn) redirect(projectPath);
  const date = new Intl.DateTimeFormat(regionOf(locale), {
    dateStyle: "long",
    timeZone: "Europe/Brussels",
  });

  const decide = async () => {
    if (invitation.alreadyIn) {
      return (
        <Notice
          action={
            <LinkButton href={projectPath} size="small">
              {t("page.toProject")}
            </LinkButton>
          }
        >
          {t("page.alreadyIn")}
        </Notice>
      );
    }
    if (!actor) {
      const back = `/invite/${encodeURIComponent(token)}`;
      return (
        <section aria-labelledby="account" className="grid gap-4">
          <div>
            <h2 id="account" className="font-serif text-xl font-semibold">
              {t("page.accountTitle")}
            </h2>
            <p className="text-ink-soft">{t("page.accountText")}</p>
          </div>
          <SignUpForm
            next={back}
            invitation={token}
            {...(invitation.provesAddress ? { email: invitation.address } : {})}
          />
          <p className="text-ink-soft">
            {t("page.have")}{" "}
            <TextLink href={`/sign-in?next=${encodeURIComponent(back)}` as Route}>{t("page.signIn")}</TextLink>
          </p>
        </section>
      );
    }
    const own = await api.organisations.mine();
    return (
      <section aria-labelledby="accept" className="grid gap-4">
        <div>
          <h2 id="accept" className="font-serif text-xl font-semibold">
            {t("page.acceptTitle")}
          </h2>
          <p className="text-ink-soft">{t("page.signedIn", { name: actor.name })}</p>
        </div>
        {invitation.waitsForAdmin ? <Notice>{t("page.needsAdmin", { organisation: legalName })}</Notice> : null}
        <AcceptInvitation
          token={token}
          slug={invitation.slug}
          organisation={{
            legalName,
            country: invitation.country,
            city: invitation.city,
            type: invitation.type,
          }}
          claimed={invitation.claimed}
          own={own.map(({ id, legalName: name }) => ({ id, legalName: name }))}
          countries={countryNames(locale).map(({ code, name }) => ({ value: code, label: name }))}
        />
      </section>
    );
  };

  const head = (
    <header className="grid gap-2">
      <h1 className="font-serif text-2xl font-semibold sm:text-3xl">{t("page.title", { acronym })}</h1>
      <p className="max-w-prose text-lg">
        {invitation.joined
          ? t("page.leadPerson", { inviter, inviting, organisation: legalName, title })
          : t("page.lead", { inviter, inviting, organisation: legalName, title, kind: t(`kind.${kind}`) })}
      </p>
    </header>
  );
  const about = (
    <>
      {message ? (
        <figure className="border-accent border-s-4 ps-4">
          <figcaption className="text-ink-soft text-sm">{t("page.message", { inviter })}</figcaption>
          <blockquote dir="auto" className="whitespace-pre-line">
            {message}
          </blockquote>
        </figure>
      ) : null}
      {summary ? (
        <section aria-labelledby="about" className="grid gap-1">
          <h2 id="about" className="font-serif text-xl font-semibold">
            {t("page.about")}
          </h2>
          <LongText text={summary} more={t("page.more")} less={t("page.less")} />
        </section>
      ) : null}
    </>
  );

  if (status === "accepted") {
    return (
      <InvitationFrame locale={locale}>
        <div className="grid gap-7">
          {head}
          <Notice
            title={t("page.acceptedTitle")}
            action={
              actor ? (
                <LinkButton href="/home" size="small">
                  {t("page.home")}
                </LinkButton>
              ) : (
                <LinkButton href={`/sign-in?next=${encodeURIComponent(projectPath)}` as Route} size="small">
                  {t("page.signIn")}
                </LinkButton>
              )
            }
          >
            {t("page.acceptedText")}
          </Notice>
        </div>
      </InvitationFrame>
    );
  }
  if (status !== "pending") {
    return (
      <InvitationFrame locale={locale}>
        <div className="grid gap-7">
          {head}
          {about}
          <Notice tone="due" title={t(status === "expired" ? "page.expiredTitle" : "page.goneTitle")}>
            {status === "expired" ? t("page.expiredText", { inviter, inviting }) : t("page.goneText")}
          </Notice>
        </div>
      </InvitationFrame>
    );
  }
  // Who is signed in, such as right after creating the account, has read about the project: the form comes first.
  const undecided = (
    <>
      {head}
      {actor ? null : about}
      <p className="text-ink-soft">
        {t("page.role", { role: t(`role.${role}`), date: date.format(invitation.expiresAt) })} {t("page.nothingYet")}
      </p>
      {await decide()}
      {actor ? about : null}
    </>
  );
  return (
    <InvitationFrame locale={locale}>
      <div className="grid gap-7">
        <NextIntlClientProvider locale={locale} messages={messages}>
          <OwnProblemSentences locale={locale} problems={problems}>
            {invitation.alreadyIn ? (
              undecided
            ) : (
              <MayDecline token={token} locale={locale} inviter={inviter} inviting={inviting}>
                {undecided}
              </MayDecline>
            )}
          </OwnProblemSentences>
        </NextIntlClientProvider>
      </div>
    </InvitationFrame>
  );
}
