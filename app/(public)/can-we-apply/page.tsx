import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { FindingList } from "@/components/programme/finding-list";
import { PublicPageHeader } from "@/components/shared/public-page-header";
import { Notice, type NoticeTone } from "@/components/ui/notice";
import type { Verdict } from "@/domain/programme/eligibility";
import { getTranslations } from "@/messages/server";
import { getEligibility } from "@/server/programme/queries";
import { ApplyForm } from "./apply-form";
import { readQuestion, toInput, unreadableFields, type Params } from "./question";

const TONES: Record<Verdict, NoticeTone> = { eligible: "approved", not_eligible: "late", check: "due" };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("programme.apply");
  return { title: t("title"), description: t("lead") };
}

export default async function CanWeApplyPage({ searchParams }: { searchParams: Promise<Params> }) {
  const params = await searchParams;
  const t = await getTranslations("programme");
  const locale = await getLocale();
  const now = new Date();
  const question = readQuestion(params, now.getUTCFullYear());
  const input = toInput(question);
  const answer = input ? await getEligibility({ locale, now }, input) : null;
  return (
    <div className="grid gap-8 pt-4 sm:pt-8">
      <PublicPageHeader title={t("apply.title")} lead={t("apply.lead")} />
      <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-[3fr_2fr]">
        <ApplyForm question={question} wantsMore={params["more"] !== undefined} locale={locale} />
        <section aria-labelledby="answer" className="grid gap-4">
          <h2 id="answer" className="font-serif text-xl font-semibold">
            {t("apply.answer")}
          </h2>
          {answer ? (
            <>
              <Notice tone={TONES[answer.verdict]} title={t(`verdict.${answer.verdict}`)} />
              <FindingList findings={answer.findings} />
              <p className="no-print">
                <a className="link" href={`/rules/${encodeURIComponent(question.action)}`}>
                  {t("apply.rulePage")}
                </a>
              </p>
            </>
          ) : (
            <Notice>{unreadableFields(question).length > 0 ? t("apply.correct") : t("apply.start")}</Notice>
          )}
        </section>
      </div>
    </div>
  );
}
