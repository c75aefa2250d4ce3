import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { JourneyAnswer } from "@/components/programme/journey-answer";
import { RateTables } from "@/components/programme/rate-tables";
import { PublicPageHeader } from "@/components/shared/public-page-header";
import { countryFromText } from "@/domain/programme/country-names";
import { getTranslations } from "@/messages/server";
import { getDistanceBand } from "@/server/programme/queries";
import { getUnitCosts } from "@/server/programme/unit-costs";
import { readJourney, toDistance, type Params } from "./journey";
import { JourneyForm } from "./journey-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("programme.unitCosts");
  return { title: t("title"), description: t("lead") };
}

export default async function UnitCostsPage({ searchParams }: { searchParams: Promise<Params> }) {
  const t = await getTranslations("programme.unitCosts");
  const locale = await getLocale();
  const now = new Date();
  const journey = readJourney(await searchParams, now.getUTCFullYear());
  const { query, problem } = toDistance(journey);
  const answer = query ? await getDistanceBand({ locale, now }, query) : null;
  const callYear = Number(journey.callYear);
  const costs = getUnitCosts({ callYear, country: countryFromText(journey.country) });
  return (
    <div className="grid gap-10 pt-4 sm:pt-8">
      <PublicPageHeader title={t("title")} lead={t("lead")} />
      <JourneyForm journey={journey} problem={problem} locale={locale} />
      {answer ? <JourneyAnswer answer={answer} /> : null}
      <RateTables costs={costs} year={journey.callYear} />
    </div>
  );
}
