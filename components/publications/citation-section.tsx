import { apa, type Citable } from "@/domain/citations";
import { useTranslations } from "@/messages/use-translations";
import { Section } from "../shared/section";
import { buttonStyle } from "../ui/button-style";

export const citationFormats = ["bib", "ris", "json"] as const;

/** How to cite what is public at a path: a reference to copy, and files for reference managers. */
export function CitationSection({ path, work }: { path: string; work: Citable }) {
  const t = useTranslations("publications.page");
  return (
    <Section title={t("cite")}>
      <p className="text-ink-soft mb-1 text-sm">{t("citeLead")}</p>
      <p dir="auto" className="border-line-strong max-w-prose border-s-2 ps-3 wrap-anywhere">
        {apa(work)}
      </p>
      <ul className="no-print mt-3 flex flex-wrap gap-2">
        {citationFormats.map((format) => (
          <li key={format}>
            <a href={`${path}/cite/${format}`} download="" className={buttonStyle("quiet", "small")}>
              {t(`formats.${format}`)}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
