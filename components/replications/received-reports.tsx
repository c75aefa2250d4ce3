import type { Route } from "next";
import { useTranslations } from "@/messages/use-translations";
import { Pager } from "../shared/pager";
import { Section } from "../shared/section";
import { Anchor } from "../ui/anchor";
import { StatusBadge } from "../ui/status-badge";
import { ResultBadge } from "./replication-text";

type Props = {
  reports: readonly { id: string; organisation: string; result: string | null; answered: boolean }[];
  next: Route | null;
  first: Route | null;
};

/** The reports that were sent about a practice, for its consortium. */
export function ReceivedReports({ reports, next, first }: Props) {
  const t = useTranslations("replications.received");
  if (reports.length === 0) return null;
  return (
    <Section title={t("title")} description={t("text")} className="mt-10">
      <ul className="divide-line border-line max-w-form divide-y border-y">
        {reports.map((report) => (
          <li key={report.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2">
            <Anchor href={`/replications/${report.id}` as Route} className="link">
              <bdi>{report.organisation}</bdi>
            </Anchor>
            <span className="flex flex-wrap gap-2">
              {report.answered ? null : <StatusBadge tone="due">{t("waiting")}</StatusBadge>}
              {report.result ? <ResultBadge result={report.result} /> : null}
            </span>
          </li>
        ))}
      </ul>
      <Pager next={next} first={first} />
    </Section>
  );
}
