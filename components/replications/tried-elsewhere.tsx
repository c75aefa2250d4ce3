import type { Route } from "next";
import { useLocale } from "next-intl";
import { countryName } from "@/domain/programme/country-names";
import { replicationResults } from "@/domain/replications";
import type { PublicPractice, PublicReplication } from "@/domain/schemas/public";
import { useTranslations } from "@/messages/use-translations";
import { CountryMap } from "../pictures/pictures";
import { Pager } from "../shared/pager";
import { Section } from "../shared/section";
import { buttonStyle } from "../ui/button-style";
import { ReplicationText, ResultBadge } from "./replication-text";

type Props = {
  practice: PublicPractice;
  reports: { items: readonly PublicReplication[]; nextCursor: string | null };
  /** The address of the page, for further reports. */
  path: string;
  /** True on a further page of the reports. */
  isFurther: boolean;
};

/** Where it was tried and how it went, by country. */
function Summary({ practice }: Pick<Props, "practice">) {
  const t = useTranslations("replications.public");
  const results = useTranslations("replications.results");
  const locale = useLocale();
  const countries = [...new Set(practice.tried.map(({ country }) => country))];
  const countOf = (country: string, result?: string) =>
    practice.tried
      .filter((one) => one.country === country && (result === undefined || one.result === result))
      .reduce((sum, { count }) => sum + count, 0);
  return (
    <div className="mb-6 grid items-start gap-6 md:grid-cols-2">
      <CountryMap of="reports" countries={countries.map((country) => ({ country, count: countOf(country) }))} />
      <div className="overflow-x-auto">
        <table className="w-full text-sm">
          <caption className="sr-only">{t("caption")}</caption>
          <thead>
            <tr className="text-ink-soft border-line border-b text-start">
              <th scope="col" className="py-2 pe-3 text-start font-normal">
                {t("country")}
              </th>
              {replicationResults.map((result) => (
                <th key={result} scope="col" className="py-2 pe-3 text-end font-normal">
                  {results(result)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {countries.map((country) => (
              <tr key={country} className="border-line border-b">
                <th scope="row" className="py-2 pe-3 text-start font-semibold">
                  {countryName(country, locale)}
                </th>
                {replicationResults.map((result) => (
                  <td key={result} className="py-2 pe-3 text-end tabular-nums">
                    {countOf(country, result)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** The reports of other organisations about a public practice. */
export function TriedElsewhere({ practice, reports, path, isFurther }: Props) {
  const t = useTranslations("replications.public");
  return (
    <Section title={t("title")}>
      {practice.tried.length === 0 ? (
        <p className="text-ink-soft mb-4">{t("none")}</p>
      ) : (
        <>
          <Summary practice={practice} />
          <ul className="divide-line border-line divide-y border-y">
            {reports.items.map((report) => (
              <li key={report.id} className="grid gap-3 py-5">
                <div className="flex flex-wrap items-center justify-between gap-2">
                  <h3 className="font-semibold">
                    <bdi>{report.organisation}</bdi>
                  </h3>
                  <ResultBadge result={report.result} />
                </div>
                <ReplicationText report={report} answer={report.answer} answered={report.answered} isPublic />
              </li>
            ))}
          </ul>
          <Pager
            next={reports.nextCursor ? (`${path}?reports=${reports.nextCursor}` as Route) : null}
            first={isFurther ? (path as Route) : null}
          />
        </>
      )}
      <p className="no-print mt-5 flex flex-wrap items-center gap-3">
        <span>{t("wish")}</span>
        <a href={`${path}/ask`} rel="nofollow" className={buttonStyle("plain")}>
          {t("ask")}
        </a>
      </p>
      <p className="no-print mt-3 flex flex-wrap items-center gap-3">
        <span>{t("invite")}</span>
        <a href={`${path}/try`} rel="nofollow" className={buttonStyle("plain")}>
          {t("try")}
        </a>
      </p>
    </Section>
  );
}
