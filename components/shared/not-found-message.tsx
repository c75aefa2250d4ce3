import { getTranslations } from "@/messages/server";
import { LinkButton } from "../ui/link-button";
import { PageHeader } from "./page-header";

/** The page inside the navigation for what does not exist or is not open to this person. */
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
