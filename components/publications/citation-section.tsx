import { apa } from "@/domain/citations";
import { citationOf } from "@/domain/public-citation";
import type { PublicOutput } from "@/domain/schemas/public";
import { useTranslations } from "@/messages/use-translations";
import { Section } from "../shared/section";
import { buttonStyle } from "../ui/button-style";

export const citationFormats = ["bib", "ris", "json"] as const;

/** How to cite an output: a reference to copy, and files for reference managers. */
export function CitationSection({ page, address }: { page: PublicOutput; address: string }) {
  const t = useTranslations("publications.page");
  return (
    <Section title={t("cite")}>
      <p className="text-ink-soft mb-1 text-sm">{t("citeLead")}</p>
      <p dir="auto" className="border-line-strong max-w-prose border-s-2 ps-3 wrap-anywhere">
        {apa(citationOf(page, address))}
      </p>
      <ul className="no-print mt-3 flex flex-wrap gap-2">
        {citationFormats.map((format) => (
          <li key={format}>
            <a href={`/outputs/${page.slug}/cite/${format}`} download="" className={buttonStyle("quiet", "small")}>
              {t(`formats.${format}`)}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
