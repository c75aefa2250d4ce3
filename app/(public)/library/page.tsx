import type { Metadata } from "next";
import { LibraryList } from "@/components/library/library-list";
import { PageHeader } from "@/components/shared/page-header";
import { getTranslations } from "@/messages/server";
import { searchAt } from "./search";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("library");
  return { title: t("title"), description: t("lead"), alternates: { canonical: "/library" } };
}

export default async function LibraryPage({ searchParams }: PageProps<"/library">) {
  const path = "/library";
  const found = await searchAt(path, await searchParams);
  const t = await getTranslations("library");
  return (
    <>
      <PageHeader title={t("title")} state={t("lead")} />
      <LibraryList path={path} {...found} />
      <p className="no-print mt-10">
        <a href="/impacts" className="link">
          {t("impacts.title")}
        </a>
      </p>
    </>
  );
}
