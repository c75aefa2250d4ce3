import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ImpactArticle } from "@/components/library/impact-article";
import { aims, isObjective } from "@/domain/programme/vocabulary";
import { getTranslations } from "@/messages/server";
import { serverApi } from "@/server/trpc/rsc";

type Props = PageProps<"/impacts/[aim]">;

/** Cached, because the page and its title need it. */
const pageOf = cache(async (asked: string, cursor: string | undefined) => {
  const aim = aims.find((one) => one === asked) ?? notFound();
  return { aim, page: await (await serverApi()).public.impact({ aim, cursor }) };
});

async function load({ params, searchParams }: Props) {
  const [{ aim }, { cursor }] = await Promise.all([params, searchParams]);
  return pageOf(aim, typeof cursor === "string" ? cursor : undefined);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { aim } = await load(props);
  const [t, names] = await Promise.all([getTranslations("library.impacts"), getTranslations("programme")]);
  const title = names(isObjective(aim) ? `objectives.${aim}` : `impacts.${aim}`);
  return { title, description: t("lead"), alternates: { canonical: `/impacts/${aim}` } };
}

export default async function ImpactPage(props: Props) {
  const { aim, page } = await load(props);
  return <ImpactArticle aim={aim} page={page} isFurther={(await props.searchParams)["cursor"] !== undefined} />;
}
