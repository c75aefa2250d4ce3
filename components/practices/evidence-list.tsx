import type { PublicContent } from "@/domain/schemas/public";
import { useTranslations } from "@/messages/use-translations";
import { Written } from "./written";

type Props = {
  evidence: PublicContent["evidence"];
  /** The language of the text or the source of a piece of evidence. */
  langOf: (index: number, name: "text" | "source") => string;
};

/** What changed where a practice was used, with its source: numbers, quotations, observations. */
export function EvidenceList({ evidence, langOf }: Props) {
  const t = useTranslations("practices.parts");
  return (
    <ul className="grid gap-4">
      {evidence.map(({ kind, text, source }, index) => {
        const from = source ? (
          <p className="text-ink-soft text-sm">
            {t.rich("source", { value: () => <bdi lang={langOf(index, "source")}>{source}</bdi> })}
          </p>
        ) : null;
        const lang = langOf(index, "text");
        return (
          <li key={index}>
            {kind === "quotation" ? (
              <blockquote className="border-accent grid gap-1 border-s-4 ps-4">
                <Written lang={lang} className="font-serif text-lg italic">
                  {text}
                </Written>
                {from}
              </blockquote>
            ) : (
              <>
                <Written lang={lang} className={`font-serif text-lg ${kind === "figure" ? "font-semibold" : ""}`}>
                  {text}
                </Written>
                {from}
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
