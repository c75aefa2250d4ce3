import { useTranslations } from "@/messages/use-translations";
import { practiceParts } from "@/domain/practices";

type Props = { practice: Record<(typeof practiceParts)[number], string>; language: string };

/** The four parts of a practice, for reading. */
export function PracticeText({ practice, language }: Props) {
  const t = useTranslations("practices");
  return (
    <div lang={language} className="grid max-w-prose gap-8">
      {practiceParts.map((part) => (
        <section key={part} className="grid gap-2">
          <h2 className="font-serif text-xl font-semibold">{t(`parts.${part}`)}</h2>
          {practice[part] ? (
            <p dir="auto" className="font-serif text-lg whitespace-pre-line">
              {practice[part]}
            </p>
          ) : (
            <p className="text-ink-soft">{t("view.empty")}</p>
          )}
        </section>
      ))}
    </div>
  );
}
