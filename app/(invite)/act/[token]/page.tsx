import type { Metadata, Route } from "next";
import { NextIntlClientProvider } from "next-intl";
import { headers } from "next/headers";
import { cache } from "react";
import { ActLinkForm, NotMeForm } from "@/components/act-links/act-link-form";
import { LinkUpload } from "@/components/act-links/link-upload";
import { OwnProblemSentences } from "@/components/shared/own-problem-sentences";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { actLinkDays } from "@/domain/act-links";
import { dayInBrussels } from "@/domain/dates";
import { type MailLocale, regionOf } from "@/domain/people";
import { answerDays } from "@/domain/reviews";
import { formatCalendarDate } from "@/messages/formatters";
import { serverApi } from "@/server/trpc/rsc";
import { preferredLocale } from "../../invite/[token]/asked-language";
import { localeOf } from "../../invite/[token]/invitation-messages";
import { InvitationFrame } from "../../invite/invitation-frame";
import { actMessages } from "../act-messages";

type Props = PageProps<"/act/[token]">;

/** Cached, because the page and its title need it. */
const pageOf = cache(async (token: string) => (await serverApi()).actLinks.find({ token }));
type Page = Awaited<ReturnType<typeof pageOf>>;
type Found = Extract<Page, { state: "found" }>;
type T = ReturnType<typeof actMessages>["t"];

/** The language of the person of the link, or the reader's own when the link does not work. */
async function languageOf(page: Page): Promise<MailLocale> {
  return page.state === "found" ? localeOf(page.locale) : preferredLocale((await headers()).get("accept-language"));
}

const titleOf = (page: Page, t: T) =>
  page.state === "found"
    ? t(`${page.act}.title`, { output: page.review?.output ?? page.output?.name ?? "", title: page.task?.title ?? "" })
    : t("invalidTitle");

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await pageOf((await params).token);
  const { t } = actMessages(await languageOf(page));
  // The link is secret. Without any referrer, browsers would send the page's forms with the origin "null".
  return { title: titleOf(page, t), robots: { index: false }, referrer: "same-origin" };
}

/** Which version the page is about, and what changed since the e-mail. */
function About({ page, t, locale }: { page: Found; t: T; locale: MailLocale }) {
  const { review, task, output } = page;
  const dueOn = task?.dueOn ?? output?.dueOn;
  const listed = (files: string[]) => new Intl.ListFormat(regionOf(locale), { type: "unit" }).format(files);
  if (review?.newer) {
    const { submission, files } = review.newer;
    const values = { submission: review.submission, newer: submission, count: files.length, files: listed(files) };
    return (
      <Notice tone="due" title={t("replacedTitle", values)}>
        {t("replaced", values)}
      </Notice>
    );
  }
  if (!page.possible) {
    return (
      <Notice tone="due" title={t("overTitle")}>
        {t("over")}
      </Notice>
    );
  }
  const day = (date: string) => formatCalendarDate(regionOf(locale), date, "longDay");
  return (
    <>
      {task?.changed ? (
        <Notice tone="due" title={t("changedTitle")}>
          {t("changed")}
        </Notice>
      ) : null}
      {review ? (
        <p dir="auto" className="wrap-anywhere">
          {t("submission", {
            submission: review.submission,
            count: review.files.length,
            files: listed(review.files),
          })}
        </p>
      ) : null}
      {dueOn ? <p>{t("due", { date: day(dueOn) })}</p> : null}
      <p>{t(`${page.act}.what`, { date: task?.newDueOn ? day(task.newDueOn) : "" })}</p>
    </>
  );
}

const withText: readonly Found["act"][] = ["recommendApproval", "recommendChanges", "moreTime"];

export default async function ActPage({ params }: Props) {
  const { token } = await params;
  const page = await pageOf(token);
  const locale = await languageOf(page);
  const { t, messages, problems } = actMessages(locale);
  const heading = <h1 className="font-serif text-2xl font-semibold wrap-anywhere sm:text-3xl">{titleOf(page, t)}</h1>;
  if (page.state !== "found") {
    return (
      <InvitationFrame locale={locale}>
        {heading}
        <p className="mt-2 mb-8 max-w-prose">
          {page.state === "limited" ? t("limited") : t("invalid", { days: actLinkDays })}
        </p>
        <LinkButton href="/sign-in">{t("signIn")}</LinkButton>
      </InvitationFrame>
    );
  }
  const { act, name, organisation, project, possible, version, path } = page;
  const until = new Intl.DateTimeFormat(regionOf(locale), { dateStyle: "long", timeZone: "Europe/Brussels" });
  const signIn = `/sign-in?next=${encodeURIComponent(path)}` as Route;
  const done = (what: string) => `/act/done?what=${what}&locale=${locale}`;
  return (
    <InvitationFrame locale={locale}>
      <div className="grid gap-5">
        <header className="grid gap-2">
          {heading}
          <p className="text-lg">{t("who", { name, organisation, project })}</p>
        </header>
        <About page={page} t={t} locale={locale} />
        <NextIntlClientProvider locale={locale} messages={messages}>
          <OwnProblemSentences locale={locale} problems={problems}>
            {possible ? (
              <>
                <p>
                  <TextLink href={signIn}>{t("open")}</TextLink>
                </p>
                {page.output ? (
                  <LinkUpload token={token} outputId={page.output.id} />
                ) : (
                  <ActLinkForm
                    token={token}
                    version={version}
                    submit={t(`${act}.submit`)}
                    text={withText.includes(act) ? t(`${act}.text`) : null}
                    textRequired={act !== "recommendApproval"}
                    day={
                      act === "acknowledgeReview"
                        ? { label: t(`${act}.day`), ...answerDays(dayInBrussels(new Date())) }
                        : null
                    }
                    next={done(act)}
                  />
                )}
                <p className="text-ink-soft text-sm">
                  {t("once", { act: page.act, date: until.format(page.expiresAt) })}
                </p>
              </>
            ) : (
              <p>
                <LinkButton href={signIn}>{t("signIn")}</LinkButton>
              </p>
            )}
            <section aria-labelledby="not-me" className="border-line grid gap-3 border-t pt-5">
              <h2 id="not-me" className="font-serif text-xl font-semibold">
                {t("notMeTitle", { name })}
              </h2>
              <p className="text-ink-soft">{t("notMeText", { name })}</p>
              <NotMeForm token={token} next={done("notMe")} />
            </section>
          </OwnProblemSentences>
        </NextIntlClientProvider>
      </div>
    </InvitationFrame>
  );
}
