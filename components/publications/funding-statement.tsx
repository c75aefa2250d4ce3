import { fundingStatement } from "@/domain/funding-statement";
import { useTranslations } from "@/messages/use-translations";
import { Section } from "../shared/section";

/** The statement that the Union funded the work, with the disclaimer, in the language of the work where it is known. */
export function FundingStatement({ language }: { language: string }) {
  const t = useTranslations("publications.page");
  const statement = fundingStatement(language);
  return (
    <Section title={t("funding")}>
      <p lang={statement.language} className="text-ink-soft max-w-prose text-sm">
        {statement.text}
      </p>
    </Section>
  );
}
