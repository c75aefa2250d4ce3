import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { PartnerArticle } from "@/components/publications/partner-article";
import { ReportLink } from "@/components/reports/report-link";
import { PrintedAddress } from "@/components/shared/printed-address";
import { countryName } from "@/domain/programme/country-names";
import { env } from "@/server/env";
import { publicPage } from "@/server/trpc/public-page";
import { serverApi } from "@/server/trpc/rsc";
import { openGraph } from "../../open-graph";

type Props = PageProps<"/partners/[slug]">;

/** Cached, because the page and its title need it. */
const load = cache(async (slug: string) => publicPage((await serverApi()).public.partner({ slug }), "partners"));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await load((await params).slug);
  const place = [page.city, countryName(page.country, await getLocale())].filter(Boolean).join(", ");
  const description = `${page.name}, ${place}. ${page.projects.map(({ acronym }) => acronym).join(", ")}`;
  const address = `/partners/${page.slug}`;
  return {
    title: page.name,
    description,
    alternates: { canonical: address },
    openGraph: await openGraph({ title: page.name, description, url: address }),
  };
}

export default async function PublicPartnerPage({ params }: Props) {
  const page = await load((await params).slug);
  return (
    <>
      <PartnerArticle page={page} />
      <PrintedAddress address={new URL(`/partners/${page.slug}`, env().APP_URL).href} />
      <ReportLink kind="partners" slug={page.slug} />
    </>
  );
}
