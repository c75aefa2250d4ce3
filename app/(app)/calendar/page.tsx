import type { Metadata } from "next";
import { PageHeader } from "@/components/shared/page-header";
import { getTranslations } from "@/messages/server";
import { requireActor } from "@/server/trpc/rsc";
import { CalendarView } from "../calendar-view";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("calendar");
  return { title: t("title") };
}

export default async function CalendarPage({ searchParams }: PageProps<"/calendar">) {
  await requireActor("/calendar");
  const [search, t] = await Promise.all([searchParams, getTranslations("calendar")]);
  return (
    <>
      <PageHeader title={t("title")} state={t("lead")} />
      <CalendarView path="/calendar" search={search} />
    </>
  );
}
