import { useTranslations } from "next-intl";
import { LinkButton } from "../ui/link-button";
import { PageHeader } from "./page-header";

/** What stands in the frame of a page that is not there, or not for this person. */
export function NothingHere() {
  const t = useTranslations("ui.notFound");
  return (
    <>
      <PageHeader title={t("title")} state={t("text")} />
      <LinkButton href="/home" kind="primary">
        {t("act")}
      </LinkButton>
    </>
  );
}
