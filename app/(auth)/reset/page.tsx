import type { Metadata } from "next";
import { AskResetForm } from "@/components/people/token-forms";
import { PageHeader } from "@/components/shared/page-header";
import { getTranslations } from "@/messages/server";
import { MailsFiled } from "../mails-filed";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.reset");
  return { title: t("title") };
}

export default async function AskResetPage() {
  const t = await getTranslations("people.reset");
  return (
    <>
      <PageHeader title={t("title")} state={t("askLead")} />
      <AskResetForm />
      <MailsFiled className="mt-6" />
    </>
  );
}
