import { useLocale } from "next-intl";
import type { AttachedFile } from "@/domain/attachments";
import { countryName } from "@/domain/programme/country-names";
import { useTranslations } from "@/messages/use-translations";
import { FileList } from "../attachments/file-list";
import { StatusBadge, type Tone } from "../ui/status-badge";

const tones: Readonly<Record<string, Tone>> = {
  worked: "approved",
  worked_with_changes: "changes",
  did_not_work: "neutral",
};

/** How it went, as text. */
export function ResultBadge({ result }: { result: string }) {
  const t = useTranslations("replications.results");
  return <StatusBadge tone={tones[result] ?? "neutral"}>{t(result)}</StatusBadge>;
}

export type ReplicationTexts = {
  country: string | null;
  place: string;
  period: string;
  setting: string | null;
  targetGroups: readonly string[];
  who: string;
  participants: number | null;
  changes: string;
  result: string | null;
  advice: string;
  files: readonly AttachedFile[];
};

function Part({ title, children }: { title: string; children: string }) {
  if (children === "") return null;
  return (
    <div>
      <p className="text-ink-soft text-sm font-semibold">{title}</p>
      <p dir="auto" className="wrap-anywhere whitespace-pre-line">
        {children}
      </p>
    </div>
  );
}

/** What a report says, with the answer of the owner. */
export function ReplicationText({
  report,
  answer,
  answered,
  isPublic,
}: {
  report: ReplicationTexts;
  answer: string;
  answered: boolean;
  /** True on a page that everyone can read. */
  isPublic: boolean;
}) {
  const t = useTranslations("replications.public");
  const settings = useTranslations("practices.settings");
  const groups = useTranslations("publications.targetGroups");
  const locale = useLocale();
  const facts = [
    report.country ? countryName(report.country, locale) : "",
    report.place,
    report.period,
    report.setting ? settings(report.setting) : "",
    report.targetGroups.map((key) => groups(key)).join(", "),
    report.who,
    report.participants === null ? "" : t("participants", { count: report.participants }),
  ].filter(Boolean);
  return (
    <div className="grid max-w-prose gap-3">
      <p className="text-ink-soft text-sm">
        {facts.map((fact, index) => (
          <span key={index}>
            {index > 0 ? " · " : ""}
            <bdi>{fact}</bdi>
          </span>
        ))}
      </p>
      <Part title={t("changes")}>{report.changes}</Part>
      <Part title={t("advice")}>{report.advice}</Part>
      {report.files.length > 0 ? <FileList files={report.files} isPublic={isPublic} /> : null}
      {answered ? (
        <Part title={t("answer")}>{answer}</Part>
      ) : (
        <p className="text-ink-soft text-sm">{t("notAnswered")}</p>
      )}
    </div>
  );
}
