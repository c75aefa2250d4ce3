import type { Metadata } from "next";
import { LinkSignIn } from "@/components/people/token-forms";
import { PageHeader } from "@/components/shared/page-header";
import { pathAfterSignIn } from "@/domain/people";
import { getTranslations } from "@/messages/server";
import { env } from "@/server/env";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.link");
  return { title: t("title") };
}

export default async function LinkPage({ params, searchParams }: PageProps<"/sign-in/link/[token]">) {
  const { token } = await params;
  const { next } = await searchParams;
  const t = await getTranslations("people.link");
  return (
    <>
      <PageHeader title={t("title")} state={t("lead")} />
      <LinkSignIn token={token} next={pathAfterSignIn(next, env().APP_URL)} />
    </>
  );
}
