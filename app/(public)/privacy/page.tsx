import type { Metadata } from "next";
import { getTranslations } from "@/messages/server";
import { env } from "@/server/env";
import { TextPage } from "../text-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("public.privacy");
  return { title: t("title"), description: t("updated", { operator: env().OPERATOR_NAME ?? t("unnamed") }) };
}

export default async function PrivacyPage() {
  const t = await getTranslations("public.privacy");
  const { OPERATOR_NAME, OPERATOR_ADDRESS, OPERATOR_EMAIL } = env();
  const operator = OPERATOR_NAME ?? t("unnamed");
  const contact = [OPERATOR_ADDRESS, OPERATOR_EMAIL].filter((line) => line !== undefined).join(", ");
  return (
    <TextPage
      title={t("title")}
      lead={t("updated", { operator })}
      parts={[
        {
          title: t("who.title"),
          paragraphs: [t("who.text", { operator }), contact ? t("who.contact", { contact }) : t("who.noContact")],
        },
        {
          title: t("what.title"),
          list: true,
          paragraphs: [
            t("what.account"),
            t("what.places"),
            t("what.work"),
            t("what.mail"),
            t("what.reports"),
            t("what.log"),
          ],
        },
        { title: t("why.title"), paragraphs: [t("why.text")] },
        { title: t("whoSees.title"), paragraphs: [t("whoSees.text")] },
        { title: t("cookies.title"), paragraphs: [t("cookies.text")] },
        { title: t("long.title"), paragraphs: [t("long.text")] },
        { title: t("rights.title"), paragraphs: [t("rights.text")] },
      ]}
    />
  );
}
