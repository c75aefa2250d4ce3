import { MessagePage } from "@/components/shared/message-page";
import { LinkButton } from "@/components/ui/link-button";
import { getTranslations } from "@/messages/server";

export default async function NotFound() {
  const t = await getTranslations("error.notFound");
  return (
    <MessagePage
      title={t("title")}
      text={t("text")}
      action={
        <LinkButton href="/home" kind="primary">
          {t("act")}
        </LinkButton>
      }
    />
  );
}
