import type { Metadata } from "next";
import { getTranslations } from "@/messages/server";
import { env } from "@/server/env";
import { TextPage } from "../text-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("public.terms");
  return { title: t("title"), description: t("updated", { operator: env().OPERATOR_NAME ?? t("unnamed") }) };
}

const PARTS = ["service", "account", "content", "conduct", "end", "liability"] as const;

export default async function TermsPage() {
  const t = await getTranslations("public.terms");
  const operator = env().OPERATOR_NAME ?? t("unnamed");
  return (
    <TextPage
      title={t("title")}
      lead={t("updated", { operator })}
      parts={PARTS.map((part) => ({ title: t(`${part}.title`), paragraphs: [t(`${part}.text`)] }))}
    />
  );
}
