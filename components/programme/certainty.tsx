import { useTranslations } from "@/messages/use-translations";
import type { Certainty } from "@/domain/programme/certainty";
import type { Source } from "@/domain/programme/sources";
import { cn } from "../ui/cn";

type Props = {
  source: Source;
  certainty: Certainty;
  /** The calls that the source covers, when it does not cover all calls shown. */
  proven?: { from: number; to: number; certainty: Certainty } | null;
  className?: string;
};

/** The source of a rule or figure, and its certainty. */
export function SourceLine({ source, certainty, proven, className }: Props) {
  const t = useTranslations("programme");
  const text = t("findingList.source", { title: source.title, year: String(source.year) });
  return (
    <p className={cn("text-ink-soft text-sm", className)}>
      {source.url ? (
        <a href={source.url} rel="noreferrer" className="link">
          {text}
        </a>
      ) : (
        text
      )}
      <span aria-hidden="true"> · </span>
      {certainty === "recalled" && proven ? (
        <>
          {t("findingList.provenFor", {
            certainty: t(`certainty.${proven.certainty}`),
            from: String(proven.from),
            to: String(proven.to),
            years: proven.to - proven.from + 1,
          })}{" "}
        </>
      ) : null}
      <span className={certainty === "recalled" ? "text-due font-semibold" : undefined}>
        {t(`certainty.${certainty}`)}
      </span>
    </p>
  );
}
