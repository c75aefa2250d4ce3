import type { Metadata } from "next";
import { LibraryList } from "@/components/library/library-list";
import { PageHeader } from "@/components/shared/page-header";
import { getTranslations } from "@/messages/server";
import { searchAt } from "../library/search";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("practices.public");
  return { title: t("title"), description: t("lead"), alternates: { canonical: "/practices" } };
}

/** The library restricted to good practices. */
export default async function PublicPracticesPage({ searchParams }: PageProps<"/practices">) {
  const path = "/practices";
  const found = await searchAt(path, await searchParams);
  const t = await getTranslations("practices.public");
  return (
    <>
      <PageHeader title={t("title")} state={t("lead")} />
      <LibraryList path={path} {...found} />
    </>
  );
}
