import type { Metadata } from "next";
import { PageHeader } from "@/components/shared/page-header";
import { buttonStyle } from "@/components/ui/button-style";
import { getTranslations } from "@/messages/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reports.sent");
  return { title: t("title"), robots: { index: false } };
}

export default async function ReportSentPage() {
  const t = await getTranslations("reports.sent");
  return (
    <>
      <PageHeader title={t("title")} state={t("text")} />
      <a href="/library" className={buttonStyle("plain")}>
        {t("back")}
      </a>
    </>
  );
}
