import type { Metadata } from "next";
import { AimList } from "@/components/library/aim-list";
import { PageHeader } from "@/components/shared/page-header";
import { Section } from "@/components/shared/section";
import { getTranslations } from "@/messages/server";
import { serverApi } from "@/server/trpc/rsc";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("library.impacts");
  return { title: t("title"), description: t("lead"), alternates: { canonical: "/impacts" } };
}

/** The objectives of the programme and the effects on people, each with how much of the library serves it. */
export default async function ImpactsPage() {
  const t = await getTranslations("library.impacts");
  const { facets } = await (await serverApi()).public.search({});
  return (
    <>
      <PageHeader title={t("title")} state={t("lead")} />
      <div className="max-w-prose">
        <Section title={t("objectives")}>
          <AimList of="objectives" counts={facets.objective} />
        </Section>
        <Section title={t("impacts")}>
          <AimList of="impacts" counts={facets.impact} />
        </Section>
      </div>
    </>
  );
}
