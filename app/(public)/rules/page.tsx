import type { Metadata } from "next";
import { PublicPageHeader } from "@/components/shared/public-page-header";
import { actionIds, yearsOf } from "@/domain/programme/actions";
import { getTranslations } from "@/messages/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("programme.rulePages");
  return { title: t("title"), description: t("lead") };
}

export default async function RulesPage() {
  const t = await getTranslations("programme");
  const listed = actionIds.map((id) => ({ id, years: yearsOf(id) }));
  return (
    <div className="grid gap-8 pt-4 sm:pt-8">
      <PublicPageHeader title={t("rulePages.title")} lead={t("rulePages.lead")}>
        <p>
          <a href="/what-may-we-claim" className="link">
            {t("rulePages.claim")}
          </a>
        </p>
      </PublicPageHeader>
      <ul className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
        {listed.map(({ id, years }) => (
          <li key={id}>
            <a href={`/rules/${id}`} className="link">
              {t(`actions.${id}`)}
            </a>
            {years ? (
              <p className="text-ink-soft text-sm">
                {t(years.from === years.to ? "rulePages.call" : "rulePages.calls", {
                  from: String(years.from),
                  to: String(years.to),
                })}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
