import { useTranslations } from "next-intl";
import { MessagePage } from "@/components/shared/message-page";
import { buttonStyle } from "@/components/ui/button-style";

export default function NotFound() {
  const t = useTranslations("ui.notFound");
  return (
    <MessagePage
      title={t("title")}
      text={t("text")}
      action={
        <a href="/home" className={buttonStyle("primary")}>
          {t("act")}
        </a>
      }
    />
  );
}
