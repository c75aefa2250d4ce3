import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/shared/page-header";
import { LinkButton } from "@/components/ui/link-button";

/** The frame of a signed-in person stays around it: this is one place of theirs among others. */
export default function NotFoundInside() {
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
