import type { Route } from "next";
import { useLocale } from "next-intl";
import { countryName } from "@/domain/programme/country-names";
import { replicationResults, triedBy } from "@/domain/replications";
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

type Tried = PublicPractice["tried"];

/** How it went by the values of one kind. */
function Rows({ tried, title, nameOf }: { tried: Tried; title: string; nameOf: (value: string) => string }) {
  const values = [...new Set(tried.map(({ value }) => value))];
  const countOf = (value: string, result: string) =>
    tried.filter((one) => one.value === value && one.result === result).reduce((sum, { count }) => sum + count, 0);
  if (values.length === 0) return null;
  return (
    <tbody>
      <tr className="border-line border-b">
        <th
          scope="rowgroup"
          colSpan={replicationResults.length + 1}
          className="text-ink-soft pt-4 pb-1 text-start font-normal"
        >
          {title}
        </th>
      </tr>
      {values.map((value) => (
        <tr key={value} className="border-line border-b">
          <th scope="row" className="py-2 pe-3 text-start font-semibold">
            {nameOf(value)}
          </th>
          {replicationResults.map((result) => (
            <td key={result} className="py-2 pe-3 text-end tabular-nums">
              {countOf(value, result)}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

/** Where and with whom it was tried, and how it went. */
function Summary({ practice }: Pick<Props, "practice">) {
  const t = useTranslations("replications.public");
  const results = useTranslations("replications.results");
  const fieldNames = useTranslations("programme.fields");
  const groups = useTranslations("publications.targetGroups");
  const locale = useLocale();
  const names: Record<(typeof triedBy)[number], (value: string) => string> = {
    country: (value) => countryName(value, locale),
    field: (value) => fieldNames(value),
    targetGroup: (value) => groups(value),
  };
  const triedIn = practice.tried.filter(({ by }) => by === "country");
  const countries = [...new Set(triedIn.map(({ value }) => value))].map((country) => ({
    country,
    count: triedIn.filter(({ value }) => value === country).reduce((sum, { count }) => sum + count, 0),
  }));
  return (
    <div className="mb-6 grid items-start gap-6 md:grid-cols-2">
      <CountryMap of="reports" countries={countries} />
      <div className="overflow-x-auto">
        <table className="w-full text-sm">
          <caption className="sr-only">{t("caption")}</caption>
          <thead>
            <tr className="text-ink-soft border-line border-b text-start">
              <td />
              {replicationResults.map((result) => (
                <th key={result} scope="col" className="py-2 pe-3 text-end font-normal">
                  {results(result)}
                </th>
              ))}
            </tr>
          </thead>
          {triedBy.map((by) => (
            <Rows
              key={by}
              tried={practice.tried.filter((one) => one.by === by)}
              title={t(`by.${by}`)}
              nameOf={names[by]}
            />
          ))}
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
