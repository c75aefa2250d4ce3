import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { GrantAnswer, ReductionAnswer, TransferAnswer } from "@/components/programme/claim-answers";
import { PublicPageHeader } from "@/components/shared/public-page-header";
import { getTranslations } from "@/messages/server";
import { getGrant, getReduction, getTransfer } from "@/server/programme/queries";
import type { Params } from "../can-we-apply/question";
import { readClaim, toGrant, toReduction, toTransfer } from "./claim";
import { ClaimForm } from "./claim-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("programme.claim");
  return { title: t("title"), description: t("lead") };
}

export default async function ClaimPage({ searchParams }: { searchParams: Promise<Params> }) {
  const [params, t, locale] = await Promise.all([searchParams, getTranslations("programme.claim"), getLocale()]);
  const reader = { locale, now: new Date() };
  const claim = readClaim(params, reader.now.getUTCFullYear());
  const [grant, transfer, reduction] = [toGrant(claim), toTransfer(claim), toReduction(claim)];
  const [grantAnswer, transferAnswer, reductionAnswer] = await Promise.all([
    grant ? getGrant(reader, grant) : null,
    transfer ? getTransfer(reader, transfer) : null,
    reduction ? getReduction(reader, reduction) : null,
  ]);
  return (
    <div className="grid gap-10 pt-4 sm:pt-8">
      <PublicPageHeader title={t("title")} lead={t("lead")} />
      <ClaimForm
        claim={claim}
        wantsMore={params["more"] !== undefined}
        locale={locale}
        answers={{
          grant: grantAnswer ? (
            <GrantAnswer answer={grantAnswer} />
          ) : (
            <p className="text-ink-soft">{t("grant.open")}</p>
          ),
          transfer: transferAnswer ? <TransferAnswer answer={transferAnswer} /> : null,
          reduction: reductionAnswer ? <ReductionAnswer answer={reductionAnswer} /> : null,
        }}
      />
    </div>
  );
}
