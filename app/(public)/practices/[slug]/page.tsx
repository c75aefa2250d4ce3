import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { headers } from "next/headers";
import { cache } from "react";
import { LanguageSwitch } from "@/components/practices/language-switch";
import { MorePractices } from "@/components/practices/more-practices";
import { languageAt, PracticeArticle } from "@/components/practices/practice-article";
import { PracticeFacts } from "@/components/practices/practice-facts";
import { CitationSection } from "@/components/publications/citation-section";
import { FundingStatement } from "@/components/publications/funding-statement";
import { JsonLd } from "@/components/publications/json-ld";
import { WithdrawnNotice } from "@/components/publications/withdrawn-notice";
import { TriedElsewhere } from "@/components/replications/tried-elsewhere";
import { ReportLink } from "@/components/reports/report-link";
import { PageHeader } from "@/components/shared/page-header";
import { CalendarDate } from "@/components/ui/date-time";
import { dayInBrussels } from "@/domain/dates";
import { practiceCitation } from "@/domain/public-citation";
import { countryName } from "@/domain/programme/country-names";
import { languages } from "@/domain/programme/vocabulary";
import { shortened } from "@/domain/shortened";
import { readingLanguages } from "@/messages/negotiate";
import { getTranslations } from "@/messages/server";
import { currentActor } from "@/server/auth/actor";
import { publicPage } from "@/server/trpc/public-page";
import { env } from "@/server/env";
import { serverApi } from "@/server/trpc/rsc";
import { openGraph } from "../../open-graph";
import { practiceAlternates } from "./alternates";

type Props = PageProps<"/practices/[slug]">;

const textOf = (value: string | string[] | undefined) => (typeof value === "string" ? value : undefined);

/** Cached, because the page and its title need it. */
const practiceIn = cache(async (slug: string, chosen: string | undefined) => {
  const acceptLanguage = (await headers()).get("accept-language");
  const wanted = chosen === undefined ? readingLanguages({ person: await currentActor(), acceptLanguage }) : [chosen];
  const known = wanted.flatMap((language) => languages.find((code) => code === language) ?? []);
  return publicPage((await serverApi()).public.practice({ slug, languages: known }), "practices");
});

/** The practice in the language of the address, else in the reader's language where there is a translation. */
async function load({ params, searchParams }: Props) {
  const [{ slug }, search] = await Promise.all([params, searchParams]);
  return practiceIn(slug, textOf(search["language"]));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const practice = await load(props);
  if (practice.state === "withdrawn") {
    const t = await getTranslations("publications.withdrawnPage");
    return { title: t("title", { kind: "practice" }), robots: { index: false } };
  }
  const { title, need } = practice.content;
  const description = shortened(need);
  const alternates = practiceAlternates(practice, textOf((await props.searchParams)["language"]));
  return {
    title,
    description,
    alternates,
    openGraph: await openGraph({ title, description, url: alternates.canonical, type: "article" }),
  };
}

export default async function PublicPracticePage(props: Props) {
  const practice = await load(props);
  if (practice.state === "withdrawn") {
    return <WithdrawnNotice kind="practice" reason={practice.reason} withdrawnAt={practice.withdrawnAt} />;
  }
  const { content, organisation, project, output, contact } = practice;
  const cursor = textOf((await props.searchParams)["reports"]);
  const isLong = practice.hasMoreReplications || cursor !== undefined;
  const reports = isLong
    ? await (await serverApi()).replications.list({ practiceId: practice.id, cursor })
    : { items: practice.replications, nextCursor: null };
  const path = `/practices/${practice.slug}`;
  const t = await getTranslations("practices.facts");
  const page = await getTranslations("publications.page");
  const locale = await getLocale();
  const site = env().APP_URL;
  const address = `${site}${path}`;
  const projectName = page("projectPage", { acronym: project.acronym, title: project.title });
  return (
    <>
      <JsonLd
        work={{
          ...content,
          language: practice.shown.language,
          languages: [...content.languages, ...practice.translations],
          address,
          site,
          description: content.need,
          people: [],
          organisations: [organisation],
          publisher: organisation.name,
          publishedAt: practice.publishedAt,
          keywords: [],
          type: "practice",
          picture: `${site}/pictures/shared.png`,
          files: [],
        }}
      />
      <article className="printed-links grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <div className="min-w-0">
          <PageHeader
            title={<span lang={languageAt("title", content, practice.shown)}>{content.title}</span>}
            eyebrow={
              <span>
                {organisation.slug ? (
                  <a href={`/partners/${organisation.slug}`} className="link">
                    <bdi>{organisation.name}</bdi>
                  </a>
                ) : (
                  <bdi>{organisation.name}</bdi>
                )}
                {`, ${countryName(organisation.country, locale)}`}
              </span>
            }
          />
          <LanguageSwitch practice={practice} path={path} />
          <PracticeArticle content={content} shown={practice.shown} isPublic />
          <div className="mt-10">
            <TriedElsewhere practice={practice} reports={reports} path={path} isFurther={cursor !== undefined} />
            <MorePractices practice={practice} />
            <CitationSection path={path} work={practiceCitation(practice, address)} />
            <FundingStatement language={practice.shown.language} />
          </div>
        </div>
        <PracticeFacts
          content={content}
          shown={practice.shown}
          country={organisation.country}
          first={[
            [page("published"), <CalendarDate key="day" value={dayInBrussels(practice.publishedAt)} style="long" />],
            [t("edition"), practice.edition > 1 ? practice.edition : ""],
            [
              t("project"),
              project.slug ? (
                <a key="project" href={`/partnerships/${project.slug}`} className="link">
                  {projectName}
                </a>
              ) : (
                projectName
              ),
            ],
            [page("reference"), project.grantReference],
            [
              t("output"),
              output ? (
                <a key="output" href={`/outputs/${output.slug}`} lang={output.language} className="link">
                  {output.title}
                </a>
              ) : null,
            ],
            [
              t("contact"),
              contact ? (
                <span key="contact">
                  <bdi>{contact.name}</bdi>,{" "}
                  <a href={`mailto:${contact.address}`} className="link wrap-anywhere">
                    {contact.address}
                  </a>
                </span>
              ) : null,
            ],
          ]}
        />
      </article>
      <ReportLink kind="practices" slug={practice.slug} />
    </>
  );
}
