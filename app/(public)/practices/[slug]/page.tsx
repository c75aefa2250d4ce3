import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { PracticeText } from "@/components/practices/practice-text";
import { CitationSection } from "@/components/publications/citation-section";
import { WithdrawnNotice } from "@/components/publications/withdrawn-notice";
import { JsonLd } from "@/components/publications/json-ld";
import { ReportLink } from "@/components/reports/report-link";
import { PageHeader } from "@/components/shared/page-header";
import { fundingStatement } from "@/domain/funding-statement";
import { practiceCitation } from "@/domain/public-citation";
import { licenceKey } from "@/domain/licences";
import { languageName } from "@/domain/display-names";
import { countryName } from "@/domain/programme/country-names";
import { shortened } from "@/domain/shortened";
import { getFormatter, getTranslations } from "@/messages/server";
import { publicPage } from "@/server/trpc/public-page";
import { env } from "@/server/env";
import { serverApi } from "@/server/trpc/rsc";

type Props = PageProps<"/practices/[slug]">;

/** Cached, because the page and its title need it. */
const load = cache(async (slug: string) => publicPage((await serverApi()).public.practice({ slug }), "practices"));

export async function generateMetadata(props: Props): Promise<Metadata> {
  const practice = await load((await props.params).slug);
  if (practice.state === "withdrawn") {
    const t = await getTranslations("publications.withdrawnPage");
    return { title: t("title", { kind: "practice" }), robots: { index: false } };
  }
  const description = shortened(practice.need);
  const address = `/practices/${practice.slug}`;
  return {
    title: practice.title,
    description,
    alternates: { canonical: address },
    openGraph: {
      type: "article",
      title: practice.title,
      description,
      url: address,
      images: [{ url: "/pictures/shared.png", width: 1200, height: 630, alt: practice.title }],
    },
  };
}

export default async function PublicPracticePage(props: Props) {
  const practice = await load((await props.params).slug);
  if (practice.state === "withdrawn") {
    return <WithdrawnNotice kind="practice" reason={practice.reason} withdrawnAt={practice.withdrawnAt} />;
  }
  const t = await getTranslations("practices");
  const locale = await getLocale();
  const format = await getFormatter();
  const statement = fundingStatement(practice.language);
  const site = env().APP_URL;
  const facts = [
    [t("public.forWhom"), practice.targetGroup],
    [t("public.language"), languageName(practice.language, locale)],
    [t("public.licence"), t(`licences.${licenceKey(practice.licence)}`)],
    [t("public.published"), practice.publishedAt ? format.dateTime(practice.publishedAt, { dateStyle: "long" }) : ""],
  ].filter(([, value]) => value !== "");
  return (
    <>
      <article className="printed-links grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_16rem]">
        <div>
          <JsonLd
            work={{
              ...practice,
              address: `${site}/practices/${practice.slug}`,
              site,
              description: practice.need,
              languages: [],
              people: [],
              organisations: [{ name: practice.organisation, slug: practice.partnerSlug }],
              publisher: practice.organisation,
              keywords: [],
              targetGroups: [],
              type: "practice",
              picture: `${site}/pictures/shared.png`,
              files: [],
            }}
          />
          <PageHeader
            title={<span lang={practice.language}>{practice.title}</span>}
            eyebrow={
              <span>
                {practice.partnerSlug ? (
                  <a href={`/partners/${practice.partnerSlug}`} className="link">
                    {practice.organisation}
                  </a>
                ) : (
                  practice.organisation
                )}
                {`, ${countryName(practice.country, locale)}`}
              </span>
            }
          />
          <PracticeText practice={practice} language={practice.language} />
          <div className="mt-10">
            <CitationSection
              path={`/practices/${practice.slug}`}
              work={practiceCitation(practice, `${site}/practices/${practice.slug}`)}
            />
          </div>
        </div>
        <div className="border-line grid content-start gap-5 border-t pt-6 text-sm lg:border-s lg:border-t-0 lg:ps-6 lg:pt-2">
          <dl className="grid gap-4">
            {facts.map(([name, value]) => (
              <div key={name}>
                <dt className="text-ink-soft">{name}</dt>
                <dd className="font-semibold">{value}</dd>
              </div>
            ))}
          </dl>
          <p>
            {t("public.from", { project: `${practice.acronym}: ${practice.project}` })}
            {practice.partnershipSlug ? (
              <>
                {" "}
                <a href={`/partnerships/${practice.partnershipSlug}`} className="link">
                  {t("public.seeProject")}
                </a>
              </>
            ) : null}
          </p>
          {practice.grantReference ? <p>{t("public.reference", { reference: practice.grantReference })}</p> : null}
          <p lang={statement.language} className="text-ink-soft">
            {statement.text}
          </p>
        </div>
      </article>
      <ReportLink kind="practices" slug={practice.slug} />
    </>
  );
}
