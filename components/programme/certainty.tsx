import { useTranslations } from "next-intl";
import type { Certainty } from "@/domain/programme/certainty";
import type { Source } from "@/domain/programme/sources";
import { cn } from "../ui/cn";

type Props = { source: Source; certainty: Certainty; className?: string };

/** Where a rule or figure comes from, and how sure it is. */
export function SourceLine({ source, certainty, className }: Props) {
  const t = useTranslations("programme");
  const words = t("findingList.source", { title: source.title, year: String(source.year) });
  return (
    <p className={cn("text-ink-soft text-sm", className)}>
      {source.url ? (
        <a href={source.url} rel="noreferrer" className="link">
          {words}
        </a>
      ) : (
        words
      )}
      <span aria-hidden="true"> · </span>
      <span className={certainty === "recalled" ? "text-due font-semibold" : undefined}>
        {t(`certainty.${certainty}`)}
      </span>
    </p>
  );
}
