import type { Metadata } from "next";
import { LinkButton } from "@/components/ui/link-button";
import { linkActs } from "@/domain/act-links";
import { InvitationFrame } from "../../invite/invitation-frame";
import { localeOf } from "../../invite/[token]/invitation-messages";
import { actMessages } from "../act-messages";

export const metadata: Metadata = { title: "Consorta", robots: { index: false } };

/** Shown after a link of an e-mail was used, or after somebody said that the e-mail is not for them. */
export default async function ActDonePage({ searchParams }: PageProps<"/act/done">) {
  const { what, locale: wanted } = await searchParams;
  const locale = localeOf(wanted);
  const { t } = actMessages(locale);
  const act = linkActs.find((one) => one === what);
  return (
    <InvitationFrame locale={locale}>
      <h1 className="font-serif text-2xl font-semibold sm:text-3xl">
        {what === "notMe" ? t("notMeDone") : t("doneTitle")}
      </h1>
      <p className="mt-2 mb-8 max-w-prose">
        {act ? `${t(`${act}.done`)} ` : null}
        {t("doneText")}
      </p>
      <LinkButton href="/home">{t("home")}</LinkButton>
    </InvitationFrame>
  );
}
