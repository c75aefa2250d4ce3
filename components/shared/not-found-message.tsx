import { getTranslations } from "@/messages/server";
import { LinkButton } from "../ui/link-button";
import { PageHeader } from "./page-header";

/** The not-found page inside the navigation. */
export async function NotFoundMessage() {
  const t = await getTranslations("error.notFound");
  return (
    <>
      <PageHeader title={t("title")} state={t("text")} />
      <LinkButton href="/home" kind="primary">
        {t("act")}
      </LinkButton>
    </>
  );
}
