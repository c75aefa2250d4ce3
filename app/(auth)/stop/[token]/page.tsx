import type { Metadata } from "next";
import { StopForm } from "@/components/people/token-forms";
import { PageHeader } from "@/components/shared/page-header";
import { Notice } from "@/components/ui/notice";
import { getTranslations } from "@/messages/server";
import { serverApi } from "@/server/trpc/rsc";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.stop");
  return { title: t("title") };
}

export default async function StopPage({ params }: PageProps<"/stop/[token]">) {
  const { token } = await params;
  const t = await getTranslations("people.stop");
  const stop = await (await serverApi()).public.stop({ token });
  if (!stop) {
    return (
      <>
        <PageHeader title={t("title")} />
        <Notice tone="late">{t("invalid")}</Notice>
      </>
    );
  }
  return (
    <>
      <PageHeader title={t("title")} state={t(stop.kind, { address: stop.address })} />
      <StopForm token={token} />
    </>
  );
}
