import type { Metadata } from "next";
import { cache } from "react";
import { JsonLd } from "@/components/publications/json-ld";
import { OutputArticle } from "@/components/publications/output-article";
import { WithdrawnNotice } from "@/components/publications/withdrawn-notice";
import { ReportLink } from "@/components/reports/report-link";
import { shortened } from "@/domain/shortened";
import { getTranslations } from "@/messages/server";
import { env } from "@/server/env";
import { publicPage } from "@/server/trpc/public-page";
import { serverApi } from "@/server/trpc/rsc";
import { openGraph } from "../../open-graph";

type Props = PageProps<"/outputs/[slug]">;

/** Cached, because the page and its title need it. */
const load = cache(async (slug: string) => publicPage((await serverApi()).public.output({ slug }), "outputs"));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const page = await load(slug);
  if (page.state === "withdrawn") {
    const t = await getTranslations("publications.withdrawnPage");
    return { title: t("title", { kind: "output" }), robots: { index: false } };
  }
  const { title } = page;
  const description = shortened(page.abstract);
  const url = `/outputs/${page.slug}`;
  return {
    title,
    description,
    alternates: { canonical: url },
    openGraph: await openGraph({ title, description, url, type: "article", picture: `${url}/picture` }),
  };
}

export default async function PublicOutputPage({ params }: Props) {
  const { slug } = await params;
  const page = await load(slug);
  if (page.state === "withdrawn") return <WithdrawnNotice reason={page.reason} withdrawnAt={page.withdrawnAt} />;
  const site = env().APP_URL;
  const address = `${site}/outputs/${page.slug}`;
  const coordinator = page.partners.find(({ kind }) => kind === "coordinator");
  return (
    <>
      <JsonLd
        work={{
          ...page,
          address,
          site,
          description: page.abstract,
          publisher: coordinator?.name ?? page.project.acronym,
          picture: `${address}/picture`,
          files: page.versions.filter(({ url, withdrawn }) => url === null && !withdrawn),
        }}
      />
      <OutputArticle page={page} address={address} />
      <ReportLink kind="outputs" slug={page.slug} />
    </>
  );
}
