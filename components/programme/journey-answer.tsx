import { useLocale } from "next-intl";
import { useTranslations } from "@/messages/use-translations";
import { formatCents } from "@/domain/money";
import type { getDistanceBand } from "@/server/programme/queries";
import { SourceLine } from "./certainty";
import { FindingList } from "./finding-list";

type Answer = Awaited<ReturnType<typeof getDistanceBand>>;

/** The distance of a journey, its band and the amount for one traveller. */
export function JourneyAnswer({ answer }: { answer: Answer }) {
  const t = useTranslations("programme.unitCosts");
  const locale = useLocale();
  const { km, band, amountCents, greenAmountCents } = answer;
  const money = (cents: number | null) => (cents === null ? t("none") : formatCents(cents, locale));
  const bandText = band
    ? band.toKm === null
      ? t("openBand", { from: band.fromKm })
      : t("closedBand", { from: band.fromKm, to: band.toKm })
    : t("none");
  const known = answer.findings.find(({ severity }) => severity === "ok");
  const facts = [
    { term: t("distance"), value: km === null ? t("none") : `${new Intl.NumberFormat(locale).format(km)} km` },
    { term: t("band"), value: bandText },
    { term: t("amount"), value: money(amountCents) },
    { term: t("green"), value: money(greenAmountCents) },
  ];
  return (
    <section aria-labelledby="journey" className="grid gap-4">
      <h2 id="journey" className="font-serif text-xl font-semibold">
        {t("result")}
      </h2>
      <dl className="tabular flex flex-wrap gap-x-10 gap-y-4">
        {facts.map(({ term, value }) => (
          <div key={term}>
            <dt className="text-ink-soft text-sm">{term}</dt>
            <dd className="text-xl font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
      {known ? <SourceLine source={known.source} certainty={known.certainty} /> : null}
      <FindingList findings={answer.findings.filter(({ severity }) => severity !== "ok")} />
    </section>
  );
}
