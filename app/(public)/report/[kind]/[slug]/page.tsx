import type { Metadata } from "next";
import { ReportForm } from "@/components/reports/report-form";
import { ClientMessages } from "@/components/shared/client-messages";
import { PageHeader } from "@/components/shared/page-header";
import type { ReportedPage } from "@/domain/schemas/reports";
import { getTranslations } from "@/messages/server";
import { currentActor } from "@/server/auth/actor";
import { orNotFound, serverApi } from "@/server/trpc/rsc";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reports.form");
  return { title: t("title"), robots: { index: false } };
}

export default async function ReportPage({ params }: PageProps<"/report/[kind]/[slug]">) {
  const api = await serverApi();
  const page = await orNotFound(api.reports.page((await params) as ReportedPage));
  const t = await getTranslations("reports.form");
  return (
    <>
      <PageHeader title={t("title")} state={t("lead")} />
      <p className="mb-8">
        <span className="text-ink-soft">{t("page")}: </span>
        <a href={`/${page.kind}/${page.slug}`} className="link">
          <bdi>{page.title}</bdi>
        </a>
      </p>
      <ClientMessages of={["reports.form"]}>
        <ReportForm kind={page.kind} slug={page.slug} signedIn={(await currentActor()) !== null} />
      </ClientMessages>
    </>
  );
}
