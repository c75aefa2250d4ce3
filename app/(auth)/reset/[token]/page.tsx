import type { Metadata } from "next";
import { ResetForm } from "@/components/people/token-forms";
import { PageHeader } from "@/components/shared/page-header";
import { getTranslations } from "@/messages/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.reset");
  return { title: t("title") };
}

export default async function ResetPage({ params }: PageProps<"/reset/[token]">) {
  const { token } = await params;
  const t = await getTranslations("people.reset");
  return (
    <>
      <PageHeader title={t("title")} state={t("lead")} />
      <ResetForm token={token} />
    </>
  );
}
