import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/shared/page-header";
import { LinkButton } from "@/components/ui/link-button";

/** A link that is no longer live: answered, withdrawn, or not copied whole. */
export default async function InvitationGone() {
  const t = await getTranslations("invitation.page");
  return (
    <>
      <PageHeader title={t("answeredTitle")} state={t("answeredText")} />
      <LinkButton href="/sign-in">{t("signIn")}</LinkButton>
    </>
  );
}
