import { useLocale } from "next-intl";
import { useTranslations } from "@/messages/use-translations";
import type { ReactNode } from "react";
import { formatCents } from "@/domain/money";
import type { Provenance } from "@/server/programme/queries";
import type { RulePage } from "@/server/programme/rule-pages";
import { SourceLine } from "./certainty";

type RowProps = { term: string; provenance?: Provenance | null; children: ReactNode };

function Row({ term, provenance, children }: RowProps) {
  return (
    <div className="border-line grid break-inside-avoid gap-x-6 gap-y-1 border-t py-3 sm:grid-cols-[12rem_1fr]">
      <dt className="font-semibold">{term}</dt>
      <dd className="min-w-0">
        {children}
        {provenance ? (
          <SourceLine source={provenance.source} certainty={provenance.certainty} proven={provenance.proven} />
        ) : null}
      </dd>
    </div>
  );
}

function useAmounts() {
  const t = useTranslations("programme.rulePages");
  const locale = useLocale();
  const money = (cents: number) => formatCents(cents, locale);
  const list = (items: readonly string[], type: "conjunction" | "disjunction" = "conjunction") =>
    new Intl.ListFormat(locale, { type }).format(items);
  const ceiling = (given: RulePage["ceiling"]): string => {
    if (!given) return t("unknown");
    switch (given.form) {
      case "per_month":
        return t("perMonth", { amount: money(given.cents) });
      case "per_school_and_year":
        return t("perSchool", { amount: money(given.cents) });
      case "by_duration":
        return list(given.steps.map(({ months, cents }) => t("byDuration", { amount: money(cents), months })));
      case "lump_sums":
        return t("lumpSums", { list: list(given.cents.map(money), "disjunction") });
      case "range": {
        const max = money(given.maxCents);
        const usual = given.minCents > 0 ? t("range", { min: money(given.minCents), max }) : t("upTo", { max });
        const special = given.ofRegion;
        return special ? list([usual, t("ofRegion", { max: money(special.maxCents), region: special.region })]) : usual;
      }
    }
  };
  const duration = ({ min, max, only, maxWithLongTermMobility: long }: RulePage["duration"]): string => {
    if (only) return t("monthsOnly", { list: list(only.map(String), "disjunction") });
    return long ? t("monthsLong", { min, max, long }) : t("months", { min, max });
  };
  return { ceiling, duration, list };
}

/** The calls, and the lot or strand, that the rules of an edition apply to. */
export function EditionName({ page }: { page: RulePage }) {
  const t = useTranslations("programme.rulePages");
  const years = { from: String(page.from), to: String(page.to) };
  const calls = page.from === page.to ? t("call", years) : t("calls", years);
  return page.strandLabel ? `${calls}, ${page.strandLabel}` : calls;
}

/** One edition of an action: its figures, each with its source. */
export function RuleEdition({ page, id }: { page: RulePage; id: string }) {
  const t = useTranslations("programme.rulePages");
  const { ceiling, duration, list } = useAmounts();
  const labels = (items: readonly { label: string }[]) => list(items.map(({ label }) => label));
  const { award, fundingPercent } = page;
  return (
    <section aria-labelledby={id} className="grid gap-2">
      <h2 id={id} className="font-serif text-xl font-semibold">
        <EditionName page={page} />
      </h2>
      <dl>
        <Row term={t("fields")}>{labels(page.fields)}</Row>
        {page.kinds.length > 0 ? <Row term={t("kinds")}>{labels(page.kinds)}</Row> : null}
        <Row term={t("composition")}>
          <ul className="grid gap-2">
            {page.composition.map(({ text, ...provenance }) => (
              <li key={text}>
                {text}
                <SourceLine {...provenance} />
              </li>
            ))}
          </ul>
        </Row>
        <Row term={t("duration")} provenance={page.duration}>
          {duration(page.duration)}
        </Row>
        <Row term={t("ceiling")} provenance={page.ceiling}>
          {ceiling(page.ceiling)}
        </Row>
        {fundingPercent ? (
          <Row term={t("funding")} provenance={fundingPercent}>
            {t("percent", { percent: fundingPercent.percent })}
          </Row>
        ) : null}
        <Row term={t("categories")}>{labels(page.categories)}</Row>
        {page.shares.length > 0 ? (
          <Row term={t("shares")} provenance={page.shares[0] ?? null}>
            <ul>
              {page.shares.map(({ heading, label, percent }) => (
                <li key={heading}>{t("share", { label, percent })}</li>
              ))}
            </ul>
          </Row>
        ) : null}
        <Row term={t("where")} provenance={page.appliesTo}>
          {page.appliesTo.label}
        </Row>
        <Row term={t("award")} provenance={award}>
          {award && award.criteria.length > 0 ? (
            <ul>
              {award.criteria.map(({ criterion, label, max, min }) => (
                <li key={criterion}>
                  {label}: {min === null ? t("points", { max }) : t("pointsMin", { max, min })}
                </li>
              ))}
            </ul>
          ) : (
            <p>{t("unknown")}</p>
          )}
          {award?.pass ? <p>{t("pass", { pass: award.pass })}</p> : null}
        </Row>
      </dl>
    </section>
  );
}
