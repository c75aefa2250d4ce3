import type { Metadata } from "next";
import { ConfirmForm } from "@/components/people/token-forms";
import { PageHeader } from "@/components/shared/page-header";
import { getTranslations } from "@/messages/server";
import { currentActor } from "@/server/auth/actor";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.confirm");
  return { title: t("title") };
}

export default async function ConfirmPage({ params }: PageProps<"/confirm/[token]">) {
  const { token } = await params;
  const t = await getTranslations("people.confirm");
  return (
    <>
      <PageHeader title={t("title")} state={t("lead")} />
      <ConfirmForm token={token} signedIn={(await currentActor()) !== null} />
    </>
  );
}
