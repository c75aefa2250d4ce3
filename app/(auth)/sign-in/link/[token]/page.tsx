import type { Metadata } from "next";
import { LinkSignIn } from "@/components/people/token-forms";
import { PageHeader } from "@/components/shared/page-header";
import { getTranslations } from "@/messages/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.link");
  return { title: t("title") };
}

export default async function LinkPage({ params }: PageProps<"/sign-in/link/[token]">) {
  const { token } = await params;
  const t = await getTranslations("people.link");
  return (
    <>
      <PageHeader title={t("title")} state={t("lead")} />
      <LinkSignIn token={token} next="/home" />
    </>
  );
}
