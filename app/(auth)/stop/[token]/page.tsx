import type { Metadata } from "next";
import { SettingsForm } from "@/components/notifications/settings-form";
import { StopForm } from "@/components/people/token-forms";
import { ClientMessages } from "@/components/shared/client-messages";
import { PageHeader } from "@/components/shared/page-header";
import { Section } from "@/components/shared/section";
import { Notice } from "@/components/ui/notice";
import { getReader, getTranslations } from "@/messages/server";
import { serverApi } from "@/server/trpc/rsc";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.stop");
  return { title: t("title") };
}

export default async function StopPage({ params, searchParams }: PageProps<"/stop/[token]">) {
  const { token } = await params;
  const { done } = await searchParams;
  const [t, { locale }] = await Promise.all([getTranslations("people.stop"), getReader()]);
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
      {done === "stop" ? (
        <Notice tone="approved">{t("done")}</Notice>
      ) : (
        <StopForm token={token} next={`/stop/${token}?done=stop`} />
      )}
      {stop.settings ? (
        <Section id="choices" title={t("choose")} description={t("chooseLead")} className="mt-10">
          <ClientMessages of={["notifications.settings"]}>
            <SettingsForm
              settings={stop.settings}
              locale={locale}
              token={token}
              next={`/stop/${token}?done=choices#choices`}
              wasSaved={done === "choices"}
            />
          </ClientMessages>
        </Section>
      ) : null}
    </>
  );
}
