import type { Metadata } from "next";
import { cache } from "react";
import { PartnershipArticle } from "@/components/publications/partnership-article";
import { ReportLink } from "@/components/reports/report-link";
import { PrintedAddress } from "@/components/shared/printed-address";
import { shortened } from "@/domain/shortened";
import { env } from "@/server/env";
import { publicPage } from "@/server/trpc/public-page";
import { serverApi } from "@/server/trpc/rsc";
import { openGraph } from "../../open-graph";

type Props = PageProps<"/partnerships/[slug]">;

/** Cached, because the page and its title need it. */
const load = cache(async (slug: string) =>
  publicPage((await serverApi()).public.partnership({ slug }), "partnerships"),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await load((await params).slug);
  const title = `${page.acronym}: ${page.title}`;
  const description = shortened(page.summary || page.title);
  const address = `/partnerships/${page.slug}`;
  return {
    title,
    description,
    alternates: { canonical: address },
    openGraph: await openGraph({ title, description, url: address }),
  };
}

export default async function PublicPartnershipPage({ params }: Props) {
  const page = await load((await params).slug);
  return (
    <>
      <PartnershipArticle page={page} />
      <PrintedAddress address={new URL(`/partnerships/${page.slug}`, env().APP_URL).href} />
      <ReportLink kind="partnerships" slug={page.slug} />
    </>
  );
}
